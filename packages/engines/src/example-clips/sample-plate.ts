import { type I420Frame, loadCanvas, toI420 } from '@openimagine/media';

/** A photo, scaled so that a clip samples it at about one pixel for one: scaling is the canvas's, which filters. */
export interface Plate {
  readonly frame: I420Frame;
  /** Pixels of the plate for one pixel of the photo. */
  readonly scale: number;
}

/** From a point of the frame to be drawn to a point of the photo; pixels of either, whole numbers at pixel centres. */
export type Mapping = (x: number, y: number) => readonly [x: number, y: number];

/** Mappings are smooth: asked at every eighth pixel and joined by straight lines they cost next to nothing. */
const STEP = 8;
/** Catmull-Rom: as sharp as the photo, and exact where nothing moves. 256 places between two pixels. */
const PHASES = 256;
const CUBIC = new Float32Array((PHASES + 1) * 4);
for (let phase = 0; phase <= PHASES; phase++) {
  const t = phase / PHASES;
  CUBIC.set(
    [
      ((2 - t) * t - 1) * t * 0.5,
      ((3 * t - 5) * t * t + 2) * 0.5,
      ((4 - 3 * t) * t + 1) * t * 0.5,
      (t - 1) * t * t * 0.5,
    ],
    phase * 4,
  );
}

/** @param scale Pixels of the plate for one of the photo. */
export async function loadPlate(photo: Uint8Array, scale: number): Promise<Plate> {
  const { createCanvas, loadImage } = await loadCanvas();
  const image = await loadImage(photo);
  const [width, height] = [evenly(image.width * scale), evenly(image.height * scale)];
  const context = createCanvas(width, height).getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { frame: toI420(data, width, height), scale };
}

function evenly(length: number): number {
  return Math.max(2, Math.round(length / 2) * 2);
}

/** Draws one frame: every pixel looks up its place in the photo. Beyond the photo its edge goes on. */
export function samplePlate({ frame, scale }: Plate, width: number, height: number, mapping: Mapping): I420Frame {
  const { x, y } = tabulate(mapping, width, height, scale);
  const data = new Uint8ClampedArray((width * height * 3) / 2);
  const luma = frame.data.subarray(0, frame.width * frame.height);
  for (let i = 0; i < width * height; i++) data[i] = cubic(luma, frame.width, frame.height, x[i]!, y[i]!);
  const chromaSize = luma.length >> 2;
  const [columns, rows] = [width >> 1, height >> 1];
  for (const [plane, target] of [
    [frame.data.subarray(luma.length, luma.length + chromaSize), width * height],
    [frame.data.subarray(luma.length + chromaSize), width * height + columns * rows],
  ] as const) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        // A chroma sample lies in the middle of its four pixels, here and in the plate.
        const at = row * 2 * width + column * 2;
        const across = (x[at]! + x[at + width + 1]!) / 2;
        const down = (y[at]! + y[at + width + 1]!) / 2;
        data[target + row * columns + column] = linear(
          plane,
          frame.width >> 1,
          frame.height >> 1,
          (across - 0.5) / 2,
          (down - 0.5) / 2,
        );
      }
    }
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

/** The mapping for every pixel, in pixels of the plate. */
function tabulate(mapping: Mapping, width: number, height: number, scale: number) {
  const columns = Math.ceil(width / STEP) + 1;
  const rows = Math.ceil(height / STEP) + 1;
  const knotsX = new Float32Array(columns * rows);
  const knotsY = new Float32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const [x, y] = mapping(column * STEP, row * STEP);
      knotsX[i] = (x + 0.5) * scale - 0.5;
      knotsY[i] = (y + 0.5) * scale - 0.5;
    }
  }
  return {
    x: spread(knotsX, columns, width, height),
    y: spread(knotsY, columns, width, height),
  };
}

function spread(knots: Float32Array, columns: number, width: number, height: number): Float32Array {
  const values = new Float32Array(width * height);
  const line = new Float32Array(columns);
  for (let row = 0; row < height; row++) {
    const above = Math.floor(row / STEP) * columns;
    const down = (row % STEP) / STEP;
    for (let i = 0; i < columns; i++) line[i] = knots[above + i]! * (1 - down) + knots[above + columns + i]! * down;
    for (let column = 0; column < width; column++) {
      const left = Math.floor(column / STEP);
      const across = (column % STEP) / STEP;
      values[row * width + column] = line[left]! * (1 - across) + line[left + 1]! * across;
    }
  }
  return values;
}

function cubic(plane: Uint8Array, width: number, height: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = Math.round((x - left) * PHASES) * 4;
  const down = Math.round((y - top) * PHASES) * 4;
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    const row = Math.min(height - 1, Math.max(0, top - 1 + j)) * width;
    let inRow = 0;
    if (left >= 1 && left + 2 < width) {
      const at = row + left - 1;
      inRow =
        plane[at]! * CUBIC[across]! +
        plane[at + 1]! * CUBIC[across + 1]! +
        plane[at + 2]! * CUBIC[across + 2]! +
        plane[at + 3]! * CUBIC[across + 3]!;
    } else {
      for (let i = 0; i < 4; i++) {
        inRow += plane[row + Math.min(width - 1, Math.max(0, left - 1 + i))]! * CUBIC[across + i]!;
      }
    }
    sum += inRow * CUBIC[down + j]!;
  }
  return sum;
}

function linear(plane: Uint8Array, width: number, height: number, x: number, y: number): number {
  const inX = Math.min(width - 1, Math.max(0, x));
  const inY = Math.min(height - 1, Math.max(0, y));
  const left = Math.floor(inX);
  const top = Math.floor(inY);
  const right = Math.min(width - 1, left + 1);
  const below = Math.min(height - 1, top + 1) * width;
  const across = inX - left;
  const upper = plane[top * width + left]! * (1 - across) + plane[top * width + right]! * across;
  const lower = plane[below + left]! * (1 - across) + plane[below + right]! * across;
  return upper + (lower - upper) * (inY - top);
}
