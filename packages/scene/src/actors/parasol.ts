import type { Material, Mesh } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationZ } from '../model/matrix.ts';
import { smoothNormals } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, type Tools } from './prop-tools.ts';

/** A large striped parasol, leaning on its pole in the sand; upright over a table's place where it is not on a beach. */
export const parasol: ActorModel = { gaits: { sway: 0 }, build };

const CLOTH: Material = { pattern: 'fabric', patternScale: 130, specular: 0.04, wrap: 0.45, rim: 0.05 };
const RIBS = 8;
const REACH = 1.35;
const TOP = 2.35;

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const usual = ['#d8342f', '#2a74b8', '#e8a92a', '#2f9a86'][
    (copy + Math.floor(context.random.fork('cloth').next() * 4)) % 4
  ]!;
  const color = toSrgb(actor.color ?? usual);
  const isPlain = isCalled(context, /plain|thatch|straw|solid/);
  const second = isPlain ? shade(color, 0.9) : toSrgb(toHex(color) === '#ffffff' ? '#3f86c4' : '#f8f4ea');
  const parts = craftParts(`parasol/${toHex(color)}/${isPlain}`, detail, (to) => {
    addPole(to);
    for (const side of [1, -1]) to.add(CLOTH, canopy(color, second, side, to.isHero ? 6 : 3));
  });
  return propActor(context, parts, {
    root: (t) => multiply(rotationZ(-0.16 + 0.008 * Math.sin(t * 1.2 + copy)), rotationX(0.05)),
  });
}

function addPole(to: Tools): void {
  to.rod(FINE_WOOD, [0, 0, 0], [0, TOP + 0.02, 0], [0.026, 0.022], '#e8dcc4');
  to.ball(FINE_WOOD, 0.045, [0, TOP + 0.05, 0], '#e8dcc4');
  to.rod(FINE_WOOD, [0, 1.55, 0], [0, 1.64, 0], [0.045, 0.045], '#b9a98c');
  for (let i = 0; i < RIBS; i++) {
    const a = ((i + 0.5) / RIBS) * Math.PI * 2;
    to.rod(FINE_WOOD, [0, 1.6, 0], [Math.sin(a) * 0.75, TOP - 0.27, Math.cos(a) * 0.75], 0.009, '#cdbfa4');
  }
}

/** Eight gores in two colours, with a valance; seen from above (1) or from below (−1). */
function canopy(color: Srgb, second: Srgb, side: number, steps: number): Mesh {
  const positions: number[] = [];
  const colors: number[] = [];
  const indices: number[] = [];
  for (let gore = 0; gore < RIBS; gore++) {
    const tone = shade(gore % 2 ? color : second, side > 0 ? 1 : 0.72);
    const first = positions.length / 3;
    const rows = steps + 2;
    for (let ring = 0; ring <= rows; ring++) {
      const share = Math.min(1, ring / steps);
      const drop = ring > steps ? 0.07 * (ring - steps) : 0;
      for (let i = 0; i <= 4; i++) {
        const a = ((gore + i / 4) / RIBS) * Math.PI * 2;
        const sag = Math.sin((i / 4) * Math.PI) * share;
        const r = REACH * share * (1 - 0.045 * sag);
        const scallop = drop * (0.75 + 0.45 * Math.sin((i / 4) * Math.PI));
        positions.push(
          Math.sin(a) * r,
          TOP - 0.52 * share ** 1.5 - 0.03 * sag - scallop - (side < 0 ? 0.008 : 0),
          Math.cos(a) * r,
        );
        colors.push(...mixColors(tone, '#ffffff', 0.02), 255);
      }
    }
    for (let ring = 0; ring < rows; ring++)
      for (let i = 0; i < 4; i++) {
        const a = first + ring * 5 + i;
        const face = [a, a + 5, a + 6, a, a + 6, a + 1];
        indices.push(...(side > 0 ? face : face.reverse()));
      }
  }
  const placed = Float32Array.from(positions);
  const triangles = Uint32Array.from(indices);
  return {
    positions: placed,
    normals: smoothNormals(placed, triangles),
    colors: Uint8Array.from(colors.map(Math.round)),
    indices: triangles,
  };
}
