/** Tools of the painted styles: pixels of the frame as numbers, tiles of paper, black bars. */
import { mul, splat, saturate, toInt, gather, add, sub, mad } from './math'
import { FRAME, STRIDE, FW, SW, SH, channel, fourBytes, line } from './easel'
import { W } from './target'
import { noise } from './noise'

const BYTE: f32 = 1 / 255.0
/** Side of a tile of paper, which repeats. */
const TILE: i32 = 512

export let RED: v128 = i32x4(0, 0, 0, 0), GREEN: v128 = i32x4(0, 0, 0, 0), BLUE: v128 = i32x4(0, 0, 0, 0)
@inline export function pixelsAt(y: i32, x: i32): usize { return FRAME + (<usize>(y * STRIDE + x) << 2) }
/** Four pixels, 0 … 1, into RED, GREEN, BLUE. */
@inline export function readPixels(p: usize): v128 {
  const pixels = v128.load(p), k = splat(BYTE)
  RED = mul(channel(pixels, 0), k); GREEN = mul(channel(pixels, 8), k); BLUE = mul(channel(pixels, 16), k)
  return pixels
}
/** Four bytes of a plane of the frame's size, 0 … 1. */
@inline export function byteAt(plane: usize, y: i32, x: i32): v128 { return mul(fourBytes(plane + <usize>(y * FW + x)), splat(BYTE)) }
@inline export function tileAt(tile: usize, y: i32, x: i32): v128 { return mul(fourBytes(tile + <usize>(((y & (TILE - 1)) * TILE) + (x & (TILE - 1)))), splat(BYTE)) }
@inline export function enlarged(index: i32, x: i32): v128 { return v128.load(line(index) + (<usize>x << 2)) }
/** Of a table of 1025 floats over 0 … 1. */
@inline export function fromTable(table: usize, v: v128): v128 { return gather(table, toInt(mul(saturate(v), splat(1024)))) }

/** Black rows above and below, after all painting. */
export function bars(out: usize, width: i32, height: i32, rows: i32): void {
  for (let y = 0; y < height; y++) if (y < rows || y >= height - rows) for (let x = 0; x < width; x++) store<u32>(out + (<usize>(y * W + x) << 2), 0xff000000)
}
/** Clouds on the sheet, from … to, a feature in 1 / frequency pixels of it. */
export function stainSheet(out: usize, frequency: f32, salt: f32, from: f32, to: f32): void {
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const u = mad(add(splat(<f32>x), f32x4(0, 1, 2, 3)), splat(frequency), splat(salt)), v = splat(<f32>y * frequency + salt * .7), u1 = add(mul(u, splat(1.62)), mul(v, splat(1.18))), v1 = sub(mul(v, splat(1.62)), mul(u, splat(1.18)))
    const n = mad(noise(u, v), splat(.58), mad(noise(u1, v1), splat(.28), mul(noise(mul(u1, splat(2.1)), mul(v1, splat(2.1))), splat(.14))))
    v128.store(out + (<usize>(y * SW + x) << 2), mad(saturate(mad(sub(n, splat(.5)), splat(1.7), splat(.5))), splat(to - from), splat(from)))
  }
}
/** Each pixel takes its value from a little beside, so that areas end in ragged lines. `wx`, `wy`: −1 … 1. */
export function wanderSheet(from: usize, out: usize, wx: usize, wy: usize, reach: f32): void {
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x++) {
    const o = <usize>(y * SW + x) << 2, fx = min(SW - 1, max(0, x + <i32>(load<f32>(wx + o) * reach))), fy = min(SH - 1, max(0, y + <i32>(load<f32>(wy + o) * reach)))
    store<f32>(out + o, load<f32>(from + (<usize>(fy * SW + fx) << 2)))
  }
}
