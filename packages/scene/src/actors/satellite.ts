import type { Material } from '@openimagine/render';
import { type Srgb, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, propActor } from './prop.ts';
import { craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';

/** A satellite with two wings of solar cells and a dish; a space station, a probe or a space telescope by word. */
export const satellite: ActorModel = { gaits: { fly: 1.2, float: 0.4, spin: 0.3, drive: 1.2, rise: 0.5 }, build };

const CELLS: Material = { specular: 0.9, gloss: 60, wrap: 0.15, emissive: 0.12 };
const FOIL: Material = { pattern: 'rock', patternScale: 5, specular: 0.9, gloss: 40, wrap: 0.2 };
const WHITE: Material = { specular: 0.3, gloss: 30, wrap: 0.2 };

const FORMS = [
  ['station', /station|\biss\b|habitat/],
  ['telescope', /telescope|hubble|webb/],
  ['probe', /probe|voyager|sputnik|cassini/],
  ['satellite', /./],
] as const;
type Form = (typeof FORMS)[number][0];

/** Half the height of each form with its tilt, so that it hovers over its own foot. */
const LIFT: Readonly<Record<Form, number>> = { station: 7, telescope: 3.2, probe: 3, satellite: 2.4 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const color = toSrgb(actor.color ?? (form === 'satellite' ? '#d9a93f' : '#e4e6ea'));
  const parts = craftParts(`satellite/${form}/${toHex(color)}`, detail, (to) => MAKE[form](to, color));
  return propActor(context, parts, {
    ...(form === 'station' ? { scale: 0.4 } : {}),
    root: (t) =>
      multiply(
        translation(0, LIFT[form], 0),
        rotationZ(0.22 + 0.02 * Math.sin(t * 0.4)),
        rotationY(-0.45 + t * 0.03),
        rotationX(0.3 + 0.02 * Math.sin(t * 0.3)),
      ),
    animate(t, _travel, add) {
      const on = t % 1.6 < 0.25 ? 3 : 0.15;
      add(beacon(detail), undefined, { emissive: on });
    },
  });
}

const beacon = (detail: ActorContext['detail']) =>
  craftParts('satellite/beacon', detail, (to) => to.bead(LIT, 0.08, [0, 1.05, 0.5], '#ff4a36'));

/** One wing of dark blue cells in silver frames, outwards along +x from its root. */
function addWing(to: Tools, panels: number, width: number, height: number, place: Matrix): void {
  for (let i = 0; i < panels; i++) {
    const x = (i + 0.5) * (width + 0.08);
    const at = (dx: number, dy: number, z: number): Matrix => multiply(place, translation(x + dx, dy, z));
    to.add(DULL_METAL, to.rounded([width + 0.05, height + 0.05, 0.05], 0.01, '#b9bec6', 1), at(0, 0, 0));
    const [across, up] = [Math.max(2, Math.round(width / 0.42)), Math.max(3, Math.round(height / 0.42))];
    for (let c = 0; c < across; c++)
      for (let r = 0; r < up; r++)
        to.plate(
          CELLS,
          rectangle((width / across) * 0.93, (height / up) * 0.93),
          0.07,
          (c + r) % 2 ? '#17306e' : '#1d3c86',
          at(((c + 0.5) / across - 0.5) * width, ((r + 0.5) / up - 0.5) * height, 0),
        );
  }
  const length = panels * (width + 0.08);
  to.add(
    DULL_METAL,
    to.rounded([length + 0.3, 0.07, 0.07], 0.02, '#8d939c', 1),
    multiply(place, translation(length / 2 - 0.2, 0, -0.06)),
  );
}

const rectangle = (w: number, h: number) => [-w / 2, -h / 2, w / 2, -h / 2, w / 2, h / 2, -w / 2, h / 2];

/** A dish that looks along +z from where it is put. */
function addDish(to: Tools, radius: number, place: Matrix): void {
  const deep = [
    0, 0, 0.4, 0.04, 0.7, 0.14, 0.9, 0.25, 1, 0.34, 0.98, 0.36, 0.88, 0.28, 0.68, 0.17, 0.38, 0.07, 0, 0.03,
  ];
  to.turned(
    WHITE,
    deep.map((v) => v * radius),
    '#eef0f3',
    multiply(place, rotationX(Math.PI / 2)),
    32,
  );
  for (const a of around(3)) {
    const [s, c] = [Math.sin(a), Math.cos(a)];
    to.bar(
      DULL_METAL,
      [s * radius * 0.8, c * radius * 0.8, radius * 0.24, 0, 0, radius * 0.72],
      radius * 0.018,
      '#9aa0a8',
      place,
    );
  }
  to.add(
    DULL_METAL,
    to.rounded([radius * 0.14, radius * 0.14, radius * 0.2], 0.02, '#6f757d', 1),
    multiply(place, translation(0, 0, radius * 0.72)),
  );
}

const MAKE: Record<Form, (to: Tools, color: Srgb) => void> = {
  satellite(to, color) {
    to.block(FOIL, [1.2, 1.7, 1.2], [0, 0, 0], color, 0.06);
    to.block(DULL_METAL, [1.26, 0.1, 1.26], [0, 0.82, 0], '#c9ced6', 0.02);
    to.block(DULL_METAL, [1.26, 0.1, 1.26], [0, -0.82, 0], '#c9ced6', 0.02);
    for (const side of [0, Math.PI]) {
      const place = multiply(rotationY(side), compose({ at: [0.95, 0, 0], rotate: [side ? 0.35 : -0.35, 0, 0] }));
      to.add(
        DULL_METAL,
        to.rounded([0.6, 0.1, 0.1], 0.03, '#8d939c', 1),
        multiply(rotationY(side), translation(0.75, 0, 0)),
      );
      addWing(to, 3, 1.15, 1.7, place);
    }
    addDish(to, 0.85, compose({ at: [0, 0.25, 0.66], rotate: [-0.35, 0, 0] }));
    to.turned(POLISHED, [0.3, -1.25, 0.16, -1.02, 0.14, -0.86], '#8d939c', undefined, 20);
    to.rod(DULL_METAL, [0.35, 0.85, -0.3], [0.35, 1.7, -0.3], 0.02, '#c9ced6');
    to.rod(DULL_METAL, [-0.35, 0.85, 0.3], [-0.35, 1.35, 0.3], [0.05, 0.05], '#c9ced6');
    to.disc(POLISHED, 0.16, 0.3, [-0.3, -0.45, 0.6], '#2a2e35', [Math.PI / 2, 0, 0]);
  },
  station(to) {
    const tube = (from: readonly [number, number, number], end: readonly [number, number, number], r: number): void => {
      to.rod(WHITE, from, end, r, '#e4e6ea');
      to.ball(WHITE, r, from, '#d3d7dd');
      to.ball(WHITE, r, end, '#d3d7dd');
      for (const k of [0.2, 0.5, 0.8]) {
        const at = from.map((v, i) => v + (end[i]! - v) * k) as unknown as readonly [number, number, number];
        to.hoop(DULL_METAL, r * 1.01, 0.06, at, '#9aa1ab', from[2] === end[2] ? [0, Math.PI / 2, 0] : [0, 0, 0]);
      }
    };
    tube([0, 0, -5.5], [0, 0, 5], 1.05);
    tube([-3.6, 0, 2.2], [3.6, 0, 2.2], 0.95);
    tube([-2.6, -0.2, -3], [2.6, -0.2, -3], 0.8);
    to.rod(FOIL, [0, -1, 3.6], [0, -2.6, 3.6], [0.8, 0.5], '#d9a93f');
    to.ball(WHITE, 0.62, [0, 1.4, 3.8], '#d3d7dd');
    // The truss, and eight wings on its ends.
    for (const y of [1.5, 2.1])
      for (const z of [-0.3, 0.3]) to.rod(DULL_METAL, [-13.5, y, z], [13.5, y, z], 0.07, '#b9bec6');
    for (let i = -13; i <= 13; i++) {
      to.rod(DULL_METAL, [i, 1.5, -0.3], [i + (i < 13 ? 0.8 : 0), 2.1, 0.3], 0.045, '#8d939c');
      to.rod(DULL_METAL, [i, 1.5, 0.3], [i, 2.1, -0.3], 0.045, '#8d939c');
    }
    to.block(WHITE, [1.2, 1, 1.2], [0, 1.6, 0], '#d3d7dd', 0.1);
    for (const x of [-12.6, -8.4, 8.4, 12.6])
      for (const up of [-1, 1])
        for (const dx of [-0.85, 0.85]) {
          const [w, h] = [1.5, 5.6];
          to.block(DULL_METAL, [w, h, 0.06], [x + dx, 1.8 + up * (h / 2 + 0.5), 0], '#b9924a', 0.02);
          for (let r = 0; r < 10; r++)
            to.block(
              CELLS,
              [w * 0.92, (h / 10) * 0.88, 0.1],
              [x + dx, 1.8 + up * (0.5 + ((r + 0.5) * h) / 10), 0],
              r % 2 ? '#1a2f63' : '#22407e',
              0.01,
            );
        }
    for (const side of [-1, 1])
      for (let i = 0; i < 3; i++)
        to.block(WHITE, [1.1, 0.05, 3.2], [side * (3.4 + i * 1.25), 1.5, -2], '#f4f5f7', 0.02);
    for (let i = 0; i < 5; i++) to.bead(LIT, 0.14, [0.9, 0.35, -4.5 + i * 2], '#ffe6ac');
  },
  telescope(to, color) {
    to.turned(
      FOIL,
      [0, -3.4, 1.35, -3.4, 1.4, -3.2, 1.4, -0.6, 1.15, -0.5, 1.15, 3.1, 1.2, 3.2, 1.05, 3.2, 1.05, 1.2, 0, 1.1],
      color,
      { rotate: [Math.PI / 2, 0, 0] },
      36,
    );
    to.disc(POLISHED, 1.02, 0.05, [0, 0, 1.3], '#31415c', [Math.PI / 2, 0, 0]);
    for (const z of [-2.6, -1.4, 0.4, 1.8])
      to.hoop(DULL_METAL, z < -0.5 ? 1.41 : 1.16, 0.045, [0, 0, z], '#a9afb8', [0, 0, 0]);
    to.plate(
      POLISHED,
      [-1.1, 0, 1.1, 0, 0.85, 0.9, 0, 1.25, -0.85, 0.9],
      0.06,
      '#d8dce2',
      compose({ at: [0, 1.1, 3.2], rotate: [0.9, 0, 0] }),
    );
    for (const side of [0, Math.PI]) addWing(to, 2, 1.1, 4.4, multiply(rotationY(side), translation(1.5, 0, 0)));
    addDish(to, 0.5, compose({ at: [0, -1.9, 0.4], rotate: [Math.PI / 2, 0, 0] }));
  },
  probe(to, color) {
    addDish(to, 2, compose({ at: [0, 0, 0.5], rotate: [0, 0, 0] }));
    const ten = around(10).flatMap((a) => [Math.cos(a) * 0.95, Math.sin(a) * 0.95]);
    to.plate(FOIL, ten, 0.7, '#c9a24a', undefined, 0.04);
    to.disc(WHITE, 0.5, 0.5, [0, 0, -0.8], color, [Math.PI / 2, 0, 0]);
    for (const side of [-1, 1]) to.rod(DULL_METAL, [side * 0.8, 0, 0], [side * 4.4, side * 0.7, -0.3], 0.06, '#b9bec6');
    for (let i = 0; i < 3; i++)
      to.rod(
        DULL_METAL,
        [-2.4 - i * 0.7, -0.4 - i * 0.12, -0.2],
        [-2.9 - i * 0.7, -0.48 - i * 0.12, -0.2],
        0.26,
        '#3a3d44',
      );
    to.block(DULL_METAL, [0.6, 0.5, 0.7], [4.4, 0.75, -0.3], '#d7dadf', 0.05);
    to.rod(DULL_METAL, [0.4, -0.8, 0], [1.9, -2.9, -0.4], 0.03, '#b9bec6');
    to.rod(DULL_METAL, [-0.4, 0.8, 0], [-1.6, 2.9, -0.4], 0.03, '#b9bec6');
  },
};
