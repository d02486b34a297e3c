/** Pixel art: the frame at a low resolution in a small palette. */
import { FRAME, FW, FH, STRIDE } from './easel'

/** The nearest of `count` colours (three floats each) for each of 32 × 32 × 32, red in the highest bits; a byte each. */
export function nearestColors(out: usize, colors: usize, count: i32): void {
  const k: f32 = 1 / 31.0
  for (let i = 0; i < 32768; i++) {
    const r = <f32>(i >> 10) * k, g = <f32>((i >> 5) & 31) * k, b = <f32>(i & 31) * k
    let best: f32 = 1e9, at = 0
    for (let c = 0; c < count; c++) {
      const p = colors + <usize>(c * 12), dr = load<f32>(p) - r, dg = load<f32>(p, 4) - g, db = load<f32>(p, 8) - b, m: f32 = (load<f32>(p) + r) * .5, d = dr * dr * (.7 + m * .5) + dg * dg * 1.6 + db * db * (1.05 - m * .5)
      if (d < best) { best = d; at = c }
    }
    store<u8>(out + <usize>i, <u8>at)
  }
}
@inline function level(v: f32): i32 { return <i32>(min<f32>(1, max<f32>(0, v)) * 31 + .5) }
/** Sums of `block`² pixels, one row of blocks: three floats each. */
function sumRow(by: i32, block: i32, columns: i32, out: usize): void {
  const ye = min(FH, by + block)
  for (let c = 0; c < columns; c++) {
    const bx = c * block, xe = min(FW, bx + block)
    let r = 0, g = 0, b = 0
    for (let y = by; y < ye; y++) for (let p = FRAME + (<usize>(y * STRIDE + bx) << 2), e = FRAME + (<usize>(y * STRIDE + xe) << 2); p < e; p += 4) { r += load<u8>(p); g += load<u8>(p, 1); b += load<u8>(p, 2) }
    const area = 255 * (ye - by) * (xe - bx), k: f32 = 1 / <f32>area, o = out + <usize>(c * 12)
    store<f32>(o, <f32>r * k); store<f32>(o, <f32>g * k, 4); store<f32>(o, <f32>b * k, 8)
  }
}
/**
 * @param sums Room for a block row, three floats a block, and one more. @param bayer 64 floats −0.5 … 0.5. @param outline Ink of the frame's size: what it marks
 * is drawn a step darker.
 */
export function blockFrame(block: i32, colors: usize, nearest: usize, sums: usize, bayer: usize, dither: f32, vivid: f32, outline: usize): void {
  const columns = (FW + block - 1) / block
  for (let by = 0, row = 0; by < FH; by += block, row++) {
    sumRow(by, block, columns, sums)
    for (let c = 0; c < columns; c++) {
      const o = sums + <usize>(c * 12), before = c > 0 ? o - 12 : o, after = c < columns - 1 ? o + 12 : o
      // Sharpened along the row: a pixel artist puts an eye's light into one square, not a quarter of it into four.
      let r = load<f32>(o) * 1.5 - (load<f32>(before) + load<f32>(after)) * .25, g = load<f32>(o, 4) * 1.5 - (load<f32>(before, 4) + load<f32>(after, 4)) * .25, b = load<f32>(o, 8) * 1.5 - (load<f32>(before, 8) + load<f32>(after, 8)) * .25
      const l: f32 = r * .3 + g * .59 + b * .11, shift = load<f32>(bayer + (<usize>(((row & 7) << 3) + (c & 7)) << 2)) * dither
      let dim: f32 = 1
      if (outline) { const q = outline + <usize>(min(FH - 1, by + (block >> 1)) * FW + min(FW - 1, c * block + (block >> 1))); if (load<u8>(q) > 110) dim = .5 }
      r = (l + (r - l) * vivid) * dim + shift; g = (l + (g - l) * vivid) * dim + shift; b = (l + (b - l) * vivid) * dim + shift
      const p = colors + <usize>(load<u8>(nearest + <usize>((level(r) << 10) | (level(g) << 5) | level(b)))) * 12
      const color = <u32>(load<f32>(p) * 255 + .5) | <u32>(load<f32>(p, 4) * 255 + .5) << 8 | <u32>(load<f32>(p, 8) * 255 + .5) << 16 | 0xff000000
      const ye = min(FH, by + block), xe = min(FW, c * block + block)
      for (let y = by; y < ye; y++) for (let q = FRAME + (<usize>(y * STRIDE + c * block) << 2), e = FRAME + (<usize>(y * STRIDE + xe) << 2); q < e; q += 4) store<u32>(q, color)
    }
  }
}
