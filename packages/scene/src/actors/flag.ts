import type { Mesh, Texture } from '@openimagine/render';
import { toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationY, translation } from '../model/matrix.ts';
import { fillColors } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, POLISHED, SOFT } from './prop-tools.ts';

/** A flag that waves on its pole; stripes of nations by word, words where they are quoted; a kite by word. */
export const flag: ActorModel = { gaits: { wave: 0, sway: 0, fly: 1.5, float: 0.4 }, build };

/** Bands of colour: v from the top, h from the pole. */
const NATIONS: readonly (readonly [RegExp, 'v' | 'h', ...string[]])[] = [
  [/french|france/, 'h', '#1f3f9c', '#f4f4f4', '#d6252c'],
  [/german/, 'v', '#17171a', '#d0232b', '#f2c51f'],
  [/italian|italy/, 'h', '#1f8f4a', '#f4f4f4', '#cf2b37'],
  [/dutch|netherlands/, 'v', '#b0252f', '#f4f4f4', '#23418c'],
  [/russian|russia/, 'v', '#f4f4f4', '#23418c', '#cf2b37'],
  [/ukrain/, 'v', '#1f62b8', '#f5d22a'],
  [/poland|polish/, 'v', '#f4f4f4', '#d0232b'],
  [/irish|ireland/, 'h', '#1f9a5a', '#f4f4f4', '#f28a2e'],
  [/spain|spanish/, 'v', '#b81f25', '#f5c52a', '#f5c52a', '#b81f25'],
  [/pride|rainbow/, 'v', '#e0252c', '#f28a1e', '#f5dc2a', '#1f9a4a', '#1f4fc4', '#7a2f9c'],
  [
    /american|\busa\b|united states/,
    'v',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
    '#f4f4f4',
    '#b8252f',
  ],
];
const STRIPS = 12;

function build(context: ActorContext): Actor {
  const { actor, detail, assets } = context;
  const color = toHex(
    toSrgb(
      actor.color ?? (isCalled(context, /white/) ? '#f4f4f2' : isCalled(context, /pirate/) ? '#17171a' : '#c8242c'),
    ),
  );
  const words = actor.text?.trim();
  const bands = NATIONS.find(([pattern]) => isCalled(context, pattern));
  const picture = words
    ? assets.paintText(words, {
        width: 384,
        height: 240,
        color: color === '#f4f4f2' ? '#22262e' : '#ffffff',
        background: color,
        font: 'sans',
      })
    : bands
      ? striped(bands.slice(2) as string[], bands[1], /american|usa/.test(String(bands[0])))
      : isCalled(context, /japan/)
        ? disc()
        : undefined;
  const cloth = picture
    ? { texture: picture, wrap: 0.5, specular: 0.04 }
    : ({ pattern: 'fabric', patternScale: 60, wrap: 0.5, specular: 0.04 } as const);
  const pole = craftParts('flag/pole', detail, (to) => {
    to.rod(POLISHED, [0, 0, 0], [0, 3.6, 0], [0.04, 0.028], '#c3c8cf');
    to.ball(POLISHED, 0.06, [0, 3.63, 0], '#d8b257');
    to.disc(SOFT, 0.2, 0.08, [0, 0, 0], '#8d8a84');
  });
  const count = detail === 'far' ? 6 : STRIPS;
  const strips = Array.from({ length: count }, (_, i) => ({ mesh: strip(i, count, color), material: cloth }));
  return propActor(context, pole, {
    // The cloth is a row of strips, each hinged to the one before: a wave runs through them.
    animate(t, _travel, add) {
      let hinge = translation(0.03, 2.35, 0);
      for (let i = 0; i < count; i++) {
        const share = i / count;
        const turn = (12 / count) * (0.1 + 0.42 * share) * Math.cos(t * 5.2 - share * 8.5);
        hinge = multiply(hinge, rotationY(turn * 0.75 - (i === 0 ? 0.3 * Math.sin(t * 0.7) : 0)));
        add([strips[i]!], hinge);
        hinge = multiply(hinge, translation(1.8 / count, -0.006, 0));
      }
    },
  });
}

/** One strip, seen from both sides; a little longer than its share, so that no gap opens where it bends. */
function strip(index: number, count: number, color: string): Mesh {
  const wide = (1.8 / count) * 1.03;
  const [u0, u1] = [index / count, (index + 1) / count];
  const corners = [0, 0, 0, wide, 0, 0, wide, 1.15, 0, 0, 1.15, 0];
  return {
    positions: Float32Array.from([...corners, ...corners.map((v, i) => (i % 3 === 2 ? v - 0.004 : v))]),
    normals: Float32Array.from([
      ...Array.from({ length: 4 }, () => [0, 0, 1]).flat(),
      ...Array.from({ length: 4 }, () => [0, 0, -1]).flat(),
    ]),
    colors: fillColors(8, color),
    uvs: Float32Array.from([u0, 1, u1, 1, u1, 0, u0, 0, u0, 1, u1, 1, u1, 0, u0, 0]),
    indices: Uint32Array.from([0, 1, 2, 0, 2, 3, 4, 6, 5, 4, 7, 6]),
  };
}

function striped(colors: readonly string[], direction: string, hasCanton: boolean): Texture {
  const [width, height] = [96, 60];
  return painted(width, height, (x, y) => {
    if (hasCanton && x < 40 && y < 32) return x % 8 === 4 && y % 6 === 3 ? [255, 255, 255] : [38, 52, 110];
    const share = direction === 'h' ? x / width : y / height;
    return toSrgb(colors[Math.min(colors.length - 1, Math.floor(share * colors.length))]!);
  });
}

function disc(): Texture {
  return painted(96, 64, (x, y) => (Math.hypot(x - 48, y - 32) < 19 ? [198, 22, 48] : [250, 250, 248]));
}

function painted(width: number, height: number, at: (x: number, y: number) => readonly number[]): Texture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set(at(x, y) as number[], (y * width + x) * 4);
  return { width, height, rgba };
}
