import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import type { Actor, ActorContext } from './actor.ts';
import { type Assembly, chanceOf, isCalled, MATT, propActor, propParts } from './prop.ts';

const COVERS = ['#8c2f2a', '#2f5d4a', '#2d4673', '#b5812f', '#5a3560', '#7a4a2a', '#3f6f73'] as const;
const PAGES = '#efe3c8';
const STACK = 6;

/** One lying book, or a leaning stack of them where the prompt says books. */
export function buildBooks(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const count = actor.count === 1 && isCalled(context, /books|novels|stack|pile/) ? STACK : 1;
  const asked = actor.color === undefined ? undefined : toSrgb(actor.color);
  let top = 0;
  const layers = Array.from({ length: count }, (_, i) => {
    const thick = 0.03 + 0.026 * chanceOf(i, 3 + copy);
    const layer = { foot: top, thick, color: asked ?? toSrgb(COVERS[(i * 3 + copy) % COVERS.length]!) };
    top += thick;
    return layer;
  });
  const parts = propParts(`books/${count}/${copy % 4}/${asked ? toHex(asked) : ''}`, detail, (to) => {
    for (const [i, { foot, thick, color }] of layers.entries()) {
      const large = 1 - 0.05 * (i / count) * 3 + 0.06 * chanceOf(i, 9);
      addBook(to, { foot, thick, color, large, turn: (chanceOf(i, 5 + copy) - 0.5) * 0.5 });
    }
  });
  return propActor(context, parts, { seats: [{ position: [0, top, 0], width: 0.2 }] });
}

interface Volume {
  readonly foot: number;
  readonly thick: number;
  readonly color: Srgb;
  readonly large: number;
  readonly turn: number;
}

/** Two boards, a rounded spine towards the viewer's left, and the pages between. */
function addBook(to: Assembly, { foot, thick, color, large, turn }: Volume): void {
  const [w, d] = [0.25 * large, 0.18 * large];
  const at = (x: number, y: number, z: number) => multiply(rotationY(turn), compose({ at: [x, foot + y, z] }));
  const board = 0.004;
  for (const y of [board / 2, thick - board / 2])
    to.add(MATT, to.rounded([w, board, d], 0.0015, color, 1), at(0, y, 0));
  to.add(MATT, to.rounded([w * 0.97, thick - board * 2, d * 0.96], 0.002, PAGES, 1), at(0.003, thick / 2, 0));
  to.add(MATT, to.rounded([w, thick, 0.012], 0.005, shade(color, 0.9), 2), at(0, thick / 2, d / 2));
  for (const x of [-0.3, 0.3])
    to.add(MATT, to.rounded([0.008, thick * 0.9, 0.002], 0.001, '#d9b25c', 1), at(x * w, thick / 2, d / 2 + 0.006));
}
