import type { Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addBox, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';

const BINDINGS: readonly Color[] = [
  [132, 44, 38],
  [96, 34, 34],
  [156, 92, 48],
  [118, 76, 44],
  [44, 70, 62],
  [38, 56, 84],
  [176, 142, 86],
  [72, 52, 74],
  [58, 84, 64],
  [196, 176, 138],
  [84, 62, 44],
];
const SHELVES = 6;
const DEPTH = 0.32;

/** A bookcase without its books: sides, boards, a back, a cornice. It stands at the origin and opens towards +z. */
export function shelfFrameMesh(width: number, height: number): Mesh {
  const builder = createMeshBuilder();
  const wood: Color = [98, 60, 36];
  for (const side of [-1, 1])
    addBox(builder, {
      center: [side * (width / 2 - 0.05), height / 2, 0],
      size: [0.1, height, DEPTH + 0.12],
      color: shade(wood, 1.1),
      open: [0.65, 1],
      withoutBottom: true,
    });
  addBox(builder, {
    center: [0, height / 2, -DEPTH / 2],
    size: [width, height, 0.04],
    color: shade(wood, 0.5),
    open: [0.4, 0.5],
    withoutBottom: true,
  });
  for (let shelf = 0; shelf <= SHELVES; shelf++) {
    const y = 0.14 + (shelf * (height - 0.3)) / SHELVES;
    addBox(builder, {
      center: [0, y, 0],
      size: [width - 0.1, 0.05, DEPTH + 0.04],
      color: wood,
      topColor: shade(wood, 0.8),
    });
  }
  addBox(builder, { center: [0, height - 0.06, 0.02], size: [width, 0.16, DEPTH + 0.2], color: shade(wood, 1.25) });
  addBox(builder, {
    center: [0, 0.06, 0.02],
    size: [width, 0.12, DEPTH + 0.14],
    color: shade(wood, 0.8),
    open: [0.5, 0.8],
  });
  return builder.build();
}

/**
 * The books of one bay. Near ones are boxes with bands on their spines, about 2,000 triangles; far ones only fronts,
 * about 250.
 */
export function bookcaseMesh(random: Random, width: number, height: number, detail: 'near' | 'far'): Mesh {
  const builder = createMeshBuilder();
  const gap = (height - 0.3) / SHELVES;
  for (let shelf = 0; shelf < SHELVES; shelf++) {
    const floor = 0.165 + shelf * gap;
    let x = -width / 2 + 0.11;
    let set: { color: Color; tall: number; left: number } | undefined;
    while (x < width / 2 - 0.17) {
      // Volumes of one work stand together in one binding.
      if (!set || set.left <= 0)
        set = { color: random.pick(BINDINGS), tall: random.between(0.62, 0.9), left: Math.floor(random.between(1, 7)) };
      const thick = random.between(0.03, 0.075) * (detail === 'far' ? 1.9 : 1);
      const isGap = random.next() < 0.03;
      if (!isGap)
        addBook(builder, random, {
          x: x + thick / 2,
          floor,
          thick,
          tall: gap * set.tall * random.between(0.96, 1.04),
          color: set.color,
          detail,
        });
      x += thick + 0.003 + (isGap ? 0.08 : 0);
      set.left--;
    }
  }
  return builder.build();
}

interface Book {
  readonly x: number;
  readonly floor: number;
  readonly thick: number;
  readonly tall: number;
  readonly color: Color;
  readonly detail: 'near' | 'far';
}

function addBook(builder: MeshBuilder, random: Random, book: Book): void {
  const front = DEPTH / 2 - random.between(0.02, 0.07);
  const color = shade(book.color, random.between(0.8, 1.2));
  const [left, right] = [book.x - book.thick / 2, book.x + book.thick / 2];
  const face = (y0: number, y1: number, tone: Color, out: number): void => {
    const low = 0.55 + 0.45 * ((y0 - book.floor) / book.tall);
    const first = builder.vertex([left, y0, front + out], [-0.35, 0, 1], tone, low);
    builder.vertex([right, y0, front + out], [0.35, 0, 1], tone, low);
    builder.vertex([right, y1, front + out], [0.35, 0, 1], tone, 0.85);
    builder.vertex([left, y1, front + out], [-0.35, 0, 1], tone, 0.85);
    builder.triangle(first, first + 1, first + 2);
    builder.triangle(first, first + 2, first + 3);
  };
  face(book.floor, book.floor + book.tall, color, 0);
  const top = builder.vertex([left, book.floor + book.tall, front], [0, 1, 0], [204, 190, 160], 0.6);
  builder.vertex([right, book.floor + book.tall, front], [0, 1, 0], [204, 190, 160], 0.6);
  builder.vertex([right, book.floor + book.tall, front - 0.18], [0, 1, 0], [150, 138, 112], 0.3);
  builder.vertex([left, book.floor + book.tall, front - 0.18], [0, 1, 0], [150, 138, 112], 0.3);
  builder.triangle(top, top + 1, top + 2);
  builder.triangle(top, top + 2, top + 3);
  if (book.detail === 'far') return;
  const gold = mix(color, [222, 182, 96], 0.75);
  for (const t of random.next() < 0.5 ? [0.16, 0.8] : [0.72])
    face(book.floor + book.tall * t, book.floor + book.tall * (t + 0.035), gold, 0.002);
  if (random.next() < 0.35)
    face(book.floor + book.tall * 0.5, book.floor + book.tall * 0.64, mix(color, [226, 208, 168], 0.7), 0.002);
}

/** Books lying on each other, each a little askew; pages show at three sides. */
export function bookPile(builder: MeshBuilder, random: Random, foot: Vec3, count: number): void {
  let y = foot[1];
  for (let i = 0; i < count; i++) {
    const thick = random.between(0.035, 0.08);
    const [w, d] = [random.between(0.26, 0.38), random.between(0.2, 0.27)];
    const turn = random.between(-0.5, 0.5);
    const color = shade(random.pick(BINDINGS), random.between(0.9, 1.25));
    const center: Vec3 = [foot[0] + random.between(-0.03, 0.03), y + thick / 2, foot[2] + random.between(-0.03, 0.03)];
    addBox(builder, { center, size: [w, thick, d], turn, color, open: [i === 0 ? 0.55 : 0.8, 1] });
    addBox(builder, {
      center: [center[0], center[1], center[2]],
      size: [w + 0.004, thick * 0.66, d - 0.02],
      turn,
      color: [222, 208, 176],
      open: [0.7, 0.8],
    });
    y += thick;
  }
}
