/** Numbers the connected parts of where `isIn` holds, from 0; elsewhere −1. */
export function labelParts(
  data: Float32Array,
  width: number,
  height: number,
  isIn: (value: number) => boolean,
): { labels: Int32Array; count: number } {
  const labels = new Int32Array(data.length).fill(-1);
  const queue = new Int32Array(data.length);
  let count = 0;
  for (let start = 0; start < data.length; start++) {
    if (labels[start] !== -1 || !isIn(data[start]!)) continue;
    let [head, tail] = [0, 0];
    queue[tail++] = start;
    labels[start] = count;
    const visit = (j: number) => {
      if (labels[j] !== -1 || !isIn(data[j]!)) return;
      labels[j] = count;
      queue[tail++] = j;
    };
    while (head < tail) {
      const i = queue[head++]!;
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i < width * (height - 1)) visit(i + width);
    }
    count++;
  }
  return { labels, count };
}

/** Fills what a region encloses, where that has at most so many cells. */
export function fillHoles(
  region: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): Float32Array {
  const { labels, count } = labelParts(region, width, height, (share) => share <= 0.5);
  const sizes = new Float32Array(count);
  for (let i = 0; i < region.length; i++) {
    if (labels[i]! < 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const isAtEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    sizes[labels[i]!]! += isAtEdge ? most + 1 : 1;
  }
  return region.map((share, i) => (labels[i]! >= 0 && sizes[labels[i]!]! <= most ? 1 : share));
}
