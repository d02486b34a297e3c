import type { Material } from '@openimagine/render';
import { mixColors, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import { transformMesh } from '../model/mesh.ts';
import { quad } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { lieOnBack } from './lie-flat.ts';
import { isCalled, type PropPart, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, GLOSSY, POLISHED, SCREEN, SOFT, type Tools } from './prop-tools.ts';
import { wallpaper } from './wallpaper.ts';

/** A laptop, a smartphone, a monitor, a television or an old one with a tube: what has a lit screen. In centimetres. */
export const screen: ActorModel = { gaits: { float: 0.1, spin: 0.1, flicker: 0 }, build };

interface Face {
  readonly width: number;
  readonly height: number;
  readonly at: readonly [number, number, number];
  readonly lean: number;
}
const FACES: Readonly<Record<string, Face>> = {
  phone: { width: 6.9, height: 14.6, at: [0, 7.75, 0.42], lean: -0.16 },
  tablet: { width: 23, height: 16.4, at: [0, 9.2, 0.42], lean: -0.2 },
  laptop: { width: 29.4, height: 18.6, at: [0, 11.6, -11.6], lean: -0.22 },
  monitor: { width: 57, height: 31.6, at: [0, 31, 1.35], lean: 0 },
  television: { width: 120, height: 67, at: [0, 44, 2.2], lean: 0 },
  retro: { width: 36, height: 28, at: [-5, 32.5, 20.85], lean: 0 },
};

function formOf(context: ActorContext): string {
  if (isCalled(context, /laptop|macbook|notebook/)) return 'laptop';
  if (isCalled(context, /tablet|ipad/)) return 'tablet';
  if (isCalled(context, /phone|mobile|cell/)) return 'phone';
  if (isCalled(context, /monitor|computer|pc\b|desktop/)) return 'monitor';
  return isCalled(context, /old|retro|crt|vintage|tube/) ? 'retro' : 'television';
}

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = formOf(context);
  const face = FACES[form]!;
  const color = toSrgb(actor.color ?? { retro: '#7a4a2a', laptop: '#b9bdc4' }[form] ?? '#1d1e22');
  const parts = craftParts(`screen/${form}/${toHex(color)}`, detail, (to) => MAKE[form]!(to, color));
  const [x, y, z] = face.at;
  const place = multiply(compose({ at: [x, y, z] }), rotationX(face.lean));
  const words = actor.text?.trim();
  const front = form === 'phone' || form === 'tablet' ? 0.03 : 0.05;
  const picture: PropPart = words
    ? lettering(context, words, {
        width: face.width,
        height: face.height,
        at: [0, 0, front],
        text: { color: '#f4f7ff', background: '#16244a', font: 'sans' },
        material: SCREEN,
      })
    : { mesh: transformMesh(quad(face.width, face.height), compose({ at: [0, 0, front] })), material: shown(form) };
  const lit = { ...picture, mesh: transformMesh(picture.mesh, place) };
  return propActor(context, parts, {
    scale: 0.01,
    ...(form === 'phone' || form === 'tablet' ? lieOnBack(actor, face.height, 0.5) : {}),
    animate: (t, _travel, add) =>
      add([lit], undefined, { emissive: 0.92 + 0.05 * Math.sin(t * 2.1), castsShadow: false }),
    ...(context.isNight || form === 'television'
      ? {
          lights: () => [
            {
              position: [x, y, z + face.width * 0.7] as const,
              color: [0.25, 0.34, 0.5] as const,
              radius: face.width * 4,
            },
          ],
        }
      : {}),
  });
}

const pictures = new Map<string, Material>();
function shown(form: string): Material {
  const known = pictures.get(form) ?? {
    ...SCREEN,
    texture: wallpaper(form === 'phone' ? 0.48 : 1.6, form === 'phone'),
  };
  pictures.set(form, known);
  return known;
}

const MAKE: Readonly<Record<string, (to: Tools, color: ReturnType<typeof toSrgb>) => void>> = {
  phone: (to, color) => slab(to, FACES.phone!, color, 0.3),
  tablet: (to, color) => slab(to, FACES.tablet!, color, 0.6),
  laptop(to, color) {
    const hinge = compose({ at: [0, 1.6, -9.6], rotate: [-0.22, 0, 0] });
    to.add(POLISHED, to.rounded([31.5, 20.8, 0.6], 0.28, color, 3), multiply(hinge, compose({ at: [0, 10.1, -0.32] })));
    to.add(
      GLOSSY,
      to.rounded([30.9, 20.2, 0.1], 0.04, '#0e0f12', 1),
      multiply(hinge, compose({ at: [0, 10.1, -0.01] })),
    );
    to.block(POLISHED, [31.5, 1.3, 21.5], [0, 0.75, 1.2], color, 0.5);
    to.block(SOFT, [27.4, 0.1, 9.6], [0, 1.4, -2.2], '#4a4d54', 0.04);
    for (let row = 0; row < 5; row++)
      for (let k = 0; k < (to.isFar ? 0 : to.isHero ? 13 : 7); k++) {
        const n = to.isHero ? 13 : 7;
        if (row === 4 && k > n * 0.3 && k < n * 0.65) continue;
        to.add(SOFT, to.rounded([25 / n, 0.28, 1.55], 0.1, '#202227', 1), {
          at: [(k - (n - 1) / 2) * (26.6 / n), 1.5, -5.9 + row * 1.85],
        });
      }
    to.block(SOFT, [9.4, 0.28, 1.55], [0, 1.5, 1.5], '#202227', 0.1);
    to.block(GLOSSY, [10.5, 0.08, 6.6], [0, 1.41, 7.3], mixColors(color, '#ffffff', 0.18), 0.03);
    to.rod(GLOSSY, [-12, 1.5, -9.5], [12, 1.5, -9.5], 0.5, '#2a2c31');
  },
  monitor(to, color) {
    to.block(GLOSSY, [59, 33.8, 2.4], [0, 31, 0], color, 0.6);
    to.block(SOFT, [30, 18, 3], [0, 30, -2], color, 1.2);
    to.block(POLISHED, [6, 20, 1.6], [0, 11, -3], '#b9bdc4', 0.5, [0.08, 0, 0]);
    to.block(POLISHED, [24, 0.9, 18], [0, 0.45, -1], '#b9bdc4', 0.4);
  },
  television(to, color) {
    to.block(GLOSSY, [123, 70, 3], [0, 44, 0.6], color, 0.8);
    to.block(SOFT, [70, 34, 5], [0, 36, -2], color, 2);
    for (const s of [-1, 1]) {
      to.bar(POLISHED, [s * 38, 10, 0, s * 40, 4, 4, s * 42, 1, 14], 0.9, '#5a5d63');
      to.bar(POLISHED, [s * 38, 10, 0, s * 40, 4, -4, s * 42, 1, -12], 0.9, '#5a5d63');
    }
  },
  retro(to, color) {
    to.block(FINE_WOOD, [60, 44, 34], [0, 32, 2], color, 4);
    to.block(SOFT, [40, 33, 3], [-5, 32.5, 18.8], '#1b1a18', 1.4);
    to.block(GLOSSY, [37.5, 29.5, 2.4], [-5, 32.5, 19.6], '#5d6b66', 1.2);
    to.block(SOFT, [11.5, 33, 1.6], [22, 32.5, 19], '#cfc3a6', 0.5);
    for (const y of [42, 34]) to.disc(POLISHED, 3.2, 2.4, [22, y, 19.6], '#b79b5c', [Math.PI / 2, 0, 0]);
    for (let i = 0; i < 6; i++) to.block(SOFT, [8, 0.6, 0.6], [22, 19.5 + i * 1.6, 19.9], '#5b5140', 0.2);
    for (const s of [-1, 1]) {
      to.rod(POLISHED, [s * 2, 53.5, 0], [s * 22, 84, -2], [0.4, 0.25], '#c9ced6');
      to.rod(FINE_WOOD, [s * 22, 11, 10], [s * 26, 0, 14], [1.6, 1], '#4a2c18');
      to.rod(FINE_WOOD, [s * 22, 11, -8], [s * 26, 0, -12], [1.6, 1], '#4a2c18');
    }
    to.ball(SOFT, [5, 2, 4], [0, 54, 0], '#24211d');
  },
};

function slab(to: Tools, { width, height, at, lean }: Face, color: ReturnType<typeof toSrgb>, edge: number): void {
  const place = multiply(compose({ at }), rotationX(lean));
  to.add(
    POLISHED,
    to.rounded([width + edge, height + edge, 0.8], 0.38, color, 4),
    multiply(place, compose({ at: [0, 0, -0.41] })),
  );
  to.add(
    GLOSSY,
    to.rounded([width + edge * 0.7, height + edge * 0.7, 0.2], 0.09, '#07080a', 2),
    multiply(place, compose({ at: [0, 0, -0.09] })),
  );
  for (const dy of [0, -1.5])
    to.add(
      GLOSSY,
      to.rounded([1.2, 1.2, 0.5], 0.24, '#101114', 3),
      multiply(place, compose({ at: [-width / 2 + 1.2, height / 2 - 1.2 + dy, -0.85] })),
    );
  to.block(SOFT, [width * 0.7, 1, 4], [0, 0.5, -1.6], '#2a2b30', 0.4);
}
