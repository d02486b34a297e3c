import type { Vec3 } from '@openimagine/render';
import type { SceneActor } from '../scene.ts';
import type { Arrangement, Spacing } from './arrange.ts';

/** Copies that stand as the prompt tells: in a ring, in one row, on top of each other; undefined where it tells nothing. */
export function arrangeAsTold({ attributes }: SceneActor, count: number, size: Spacing): Arrangement | undefined {
  if (count < 2) return undefined;
  if (attributes.includes('in a circle') && count > 2) return arrangeRing(count, size);
  if (attributes.includes('pyramid')) return arrangePyramid(count, size);
  if (attributes.includes('stacked')) return arrangeStack(count, size);
  return attributes.includes('in a row') && count <= 12 ? arrangeRow(count, size) : undefined;
}

function arrangeRing(count: number, size: Spacing): Arrangement {
  const broad = Math.max(size.width, size.depth);
  const radius = Math.max(broad * 0.95, (count * broad * 1.22) / (Math.PI * 2));
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const angle = ((i + 0.5) / count) * Math.PI * 2;
    return [Math.sin(angle) * radius, 0, Math.cos(angle) * radius];
  });
  const across = radius * 2 + broad;
  // Two rows one behind the other: a ring is looked at from above.
  return { spots, width: across, depth: across, height: size.height, rows: 2 };
}

function arrangeRow(count: number, size: Spacing): Arrangement {
  const pitch = size.width * 1.18;
  const spots = Array.from({ length: count }, (_, i): Vec3 => [(i - (count - 1) / 2) * pitch, 0, 0]);
  return { spots, width: (count - 1) * pitch + size.width, depth: size.depth, height: size.height };
}

/** One on top of the other, none quite above the one below; many make several stacks. */
function arrangeStack(count: number, size: Spacing): Arrangement {
  const stacks = count > 12 ? 3 : count > 7 ? 2 : 1;
  const tall = Math.ceil(count / stacks);
  const pitch = size.width * 1.12;
  const spots = Array.from({ length: count }, (_, i): Vec3 => {
    const [stack, level] = [Math.floor(i / tall), i % tall];
    const off = level === 0 ? 0 : 0.05;
    return [
      (stack - (stacks - 1) / 2) * pitch + off * size.width * Math.sin(i * 2.4),
      level * size.height * 0.985,
      off * size.depth * Math.cos(i * 1.9),
    ];
  });
  return { spots, width: (stacks - 1) * pitch + size.width * 1.1, depth: size.depth * 1.1, height: tall * size.height };
}

/** A triangle of rows, each on the gaps of the one below. */
function arrangePyramid(count: number, size: Spacing): Arrangement {
  let base = 1;
  while ((base * (base + 1)) / 2 < count) base += 1;
  const spots: Vec3[] = [];
  for (let level = 0; level < base; level++)
    for (let i = 0; i < base - level && spots.length < count; i++)
      spots.push([(i - (base - level - 1) / 2) * size.width * 1.01, level * size.height * 0.84, 0]);
  return { spots, width: base * size.width, depth: size.depth, height: base * size.height * 0.88 };
}
