import type { Material } from '@openimagine/render';
import { mixColors, toHex, toSrgb } from '../model/color.ts';
import { box, quad, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, MATT, PAINT, propActor, propParts, STEEL } from './prop.ts';
import { addWheels } from './wheels.ts';

/** A city bus; a double-decker, a van, a truck or an ambulance by word. */
export const bus: ActorModel = { gaits: { drive: 8, run: 10, float: 0.3 }, build };

const PANE: Material = { specular: 1, gloss: 140, emissive: 0.05 };
const WARM: Material = { emissive: 1.3 };

function build(context: ActorContext): Actor {
  const { actor, detail, isNight, assets } = context;
  const isTruck = isCalled(context, /truck|lorry|fire engine/);
  const isVan = isCalled(context, /van|camper|ambulance|motorhome|food/);
  const decks = isCalled(context, /double/) ? 2 : 1;
  const isSchool = isCalled(context, /school/);
  const isFire = isCalled(context, /fire/);
  const length = isVan ? 5 : isTruck ? 7.5 : 9;
  const height = 0.45 + decks * 2.15 + (isTruck ? 0.3 : 0);
  const color = toSrgb(
    actor.color ?? (isSchool ? '#f2b01e' : decks > 1 || isFire ? '#c5222a' : isVan ? '#e9ebe8' : '#2f7fb8'),
  );
  const parts = propParts(`bus/${length}/${decks}/${isTruck}/${toHex(color)}/${isNight}`, detail, (to) => {
    const soft = to.isFar ? 1 : 3;
    const nose = isTruck ? 2.1 : length;
    const middle = isTruck ? length / 2 - nose / 2 : 0;
    to.add(PAINT, to.rounded([2.4, height - 0.4, nose], 0.25, color, soft), {
      at: [0, 0.4 + (height - 0.4) / 2, middle],
    });
    if (isTruck)
      to.add(PAINT, to.rounded([2.44, height - 0.55, length - nose - 0.15], 0.08, isFire ? color : '#eceae4', soft), {
        at: [0, 0.6 + (height - 0.4) / 2, -nose / 2 - 0.05],
      });
    to.add(MATT, to.rounded([2.2, 0.3, length - 0.2], 0.1, '#26282c', 1), { at: [0, 0.45, 0] });
    to.add(PAINT, to.rounded([2.44, 0.16, nose - 0.3], 0.05, mixColors(color, '#ffffff', 0.75), 1), {
      at: [0, 1.15, middle],
    });
    const glass = isNight ? WARM : PANE;
    const tint = isNight ? '#ffd48a' : '#233646';
    for (let deck = 0; deck < decks; deck++) {
      const y = 1.85 + deck * 1.95;
      const count = Math.max(1, Math.floor(nose / 1.35));
      for (let i = 0; i < count; i++) {
        const z = middle - nose / 2 + (nose * (i + 0.5)) / count;
        for (const side of [-1, 1])
          to.add(glass, to.rounded([0.04, 0.82, (nose / count) * 0.84], 0.02, tint, 1), { at: [side * 1.195, y, z] });
      }
      to.add(PANE, to.rounded([2.05, 1.0, 0.06], 0.03, '#20303e', 2), { at: [0, y - 0.03, length / 2 - 0.01] });
      to.add(glass, to.rounded([1.9, 0.75, 0.06], 0.03, tint, 1), { at: [0, y, middle - nose / 2] });
    }
    for (const side of [-1, 1]) {
      to.add(STEEL, sphere([0.1, 0.2, 0.08], '#2a2d31', to.segments(10)), { at: [side * 1.32, 2.0, length / 2 - 0.1] });
      to.add(MATT, box(0.5, 0.16, 0.04, '#d4261e'), { at: [side * 0.85, 0.85, -length / 2 - 0.02] });
    }
    to.add(STEEL, to.rounded([2.2, 0.16, 0.14], 0.06, '#b9bfc6', 2), { at: [0, 0.5, length / 2 + 0.02] });
  });
  const lamps = propParts(`bus/lamps/${length}`, detail, (to) => {
    for (const side of [-1, 1])
      to.add(WARM, sphere([0.16, 0.14, 0.06], '#fff2cc', to.segments(14)), { at: [side * 0.86, 0.85, length / 2] });
  });
  const words = actor.text ?? (isSchool ? 'SCHOOL BUS' : isTruck || isVan ? '' : '24 CITY');
  const board: Material | undefined = words
    ? {
        texture: assets.paintText(words, { width: 256, height: 48, color: '#ffc94d', background: '#16181b' }),
        emissive: 0.9,
      }
    : undefined;
  const axles = [-length * 0.31, length * 0.32].map((z) => ({ x: 1.02, z, radius: 0.48, width: 0.32 }));
  const panel = board ? [{ mesh: quad(1.5, 0.28), material: board }] : [];
  return propActor(context, parts, {
    seats: [{ position: [0, height, 0], width: 2 }],
    animate(_t, travel, add) {
      addWheels(add, axles, travel.distance, detail);
      add(lamps, undefined, { emissive: isNight ? 2 : 0.5 });
      if (panel.length) add(panel, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, height - 0.22, length / 2 + 0.015, 1]);
    },
    ...(isNight
      ? { lights: () => [{ position: [0, 0.8, length / 2 + 2] as const, color: [1.5, 1.3, 1] as const, radius: 7 }] }
      : {}),
  });
}
