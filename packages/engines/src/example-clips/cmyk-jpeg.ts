import type { Picture } from '@openimagine/media';

/**
 * Encodes a picture as a JPEG in four inks, as no library at hand does: baseline, one quantizer, no subsampling, and
 * Huffman tables in which every symbol takes eight bits. Large, slow, and valid.
 * @see ITU-T T.81, annexes A, B and F; Adobe Technical Note 5116 for the marker that says inks are inverted
 */
export function encodeCmykJpeg({ width, height, rgba }: Picture): Uint8Array {
  const planes = toInvertedInks(rgba, width * height);
  const bits = new BitWriter();
  const previous = [0, 0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      planes.forEach((plane, ink) => {
        const levels = quantize(transform(blockAt(plane, width, height, left, top)));
        writeBlock(bits, levels, previous[ink]!);
        previous[ink] = levels[0]!;
      });
    }
  }
  return Buffer.concat([headers(width, height), bits.end(), Buffer.from([0xff, 0xd9])]);
}

const QUANTIZER = 6;
const ZIGZAG = zigzag();
const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const [frequency, place] = [i >> 3, i & 7];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});
/** Twelve categories of differences, and every run and size that baseline knows: codes by their place in the list. */
const DC_SYMBOLS = Array.from({ length: 12 }, (_, size) => size);
const AC_SYMBOLS = [0x00, 0xf0, ...Array.from({ length: 160 }, (_, i) => (Math.floor(i / 10) << 4) | ((i % 10) + 1))];

function toInvertedInks(rgba: Uint8Array, count: number): Uint8Array[] {
  const planes = [0, 1, 2, 3].map(() => new Uint8Array(count));
  for (let i = 0; i < count; i++) {
    const light = Math.max(rgba[i * 4]!, rgba[i * 4 + 1]!, rgba[i * 4 + 2]!);
    for (let ink = 0; ink < 3; ink++) planes[ink]![i] = light === 0 ? 255 : (rgba[i * 4 + ink]! * 255) / light;
    planes[3]![i] = light;
  }
  return planes;
}

function blockAt(plane: Uint8Array, width: number, height: number, left: number, top: number): Float32Array {
  const block = new Float32Array(64);
  for (let i = 0; i < 64; i++) {
    const x = Math.min(width - 1, left + (i & 7));
    const y = Math.min(height - 1, top + (i >> 3));
    block[i] = plane[y * width + x]! - 128;
  }
  return block;
}

/** The discrete cosine transform, rows and then columns. */
function transform(block: Float32Array): Float32Array {
  return acrossAndTurn(acrossAndTurn(block));
}

function acrossAndTurn(block: Float32Array): Float32Array {
  const turned = new Float32Array(64);
  for (let row = 0; row < 8; row++) {
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0;
      for (let place = 0; place < 8; place++) sum += block[row * 8 + place]! * COSINES[frequency * 8 + place]!;
      turned[frequency * 8 + row] = sum;
    }
  }
  return turned;
}

function quantize(coefficients: Float32Array): Int16Array {
  return Int16Array.from(ZIGZAG, (place) => Math.round(coefficients[place]! / QUANTIZER));
}

function writeBlock(bits: BitWriter, levels: Int16Array, previousDc: number): void {
  const difference = levels[0]! - previousDc;
  bits.write(DC_SYMBOLS.indexOf(sizeOf(difference)), 8);
  writeLevel(bits, difference);
  let last = 63;
  while (last > 0 && levels[last] === 0) last--;
  let run = 0;
  for (let i = 1; i <= last; i++) {
    const level = levels[i]!;
    if (level === 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) bits.write(AC_SYMBOLS.indexOf(0xf0), 8);
    bits.write(AC_SYMBOLS.indexOf((run << 4) | sizeOf(level)), 8);
    writeLevel(bits, level);
    run = 0;
  }
  if (last < 63) bits.write(AC_SYMBOLS.indexOf(0x00), 8);
}

function sizeOf(level: number): number {
  return 32 - Math.clz32(Math.abs(level));
}

function writeLevel(bits: BitWriter, level: number): void {
  const size = sizeOf(level);
  if (size > 0) bits.write(level > 0 ? level : level + (1 << size) - 1, size);
}

function headers(width: number, height: number): Uint8Array {
  const components = [1, 2, 3, 4];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xee, [...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, 0]),
    segment(0xdb, [0, ...new Array<number>(64).fill(QUANTIZER)]),
    segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      4,
      ...components.flatMap((id) => [id, 0x11, 0]),
    ]),
    segment(0xc4, [0x00, ...eightBitCodes(DC_SYMBOLS)]),
    segment(0xc4, [0x10, ...eightBitCodes(AC_SYMBOLS)]),
    segment(0xda, [4, ...components.flatMap((id) => [id, 0x00]), 0, 63, 0]),
  ]);
}

function eightBitCodes(symbols: readonly number[]): number[] {
  return [...[0, 0, 0, 0, 0, 0, 0, symbols.length], ...new Array<number>(8).fill(0), ...symbols];
}

function segment(marker: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

function zigzag(): number[] {
  const places = Array.from({ length: 64 }, (_, i) => i);
  const diagonal = (i: number) => (i >> 3) + (i & 7);
  // Odd diagonals run down to the left, even ones up to the right.
  return places.sort((a, b) => diagonal(a) - diagonal(b) || (diagonal(a) % 2 === 1 ? a - b : b - a));
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) {
      this.#held = (this.#held << 1) | ((value >> bit) & 1);
      if (++this.#count === 8) this.#flush();
    }
  }

  end(): Uint8Array {
    while (this.#count > 0) this.write(1, 1);
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    // A marker begins with 255, so data that happens to be 255 is followed by a zero.
    if (this.#held === 255) this.#bytes.push(0);
    this.#held = 0;
    this.#count = 0;
  }
}
