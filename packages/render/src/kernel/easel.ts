/**
 * Frames that are edited: the frame itself, RGBA, and planes of floats on a sheet of a fraction of its size. A sheet's width
 * is a multiple of 4, and the frame's rows are as long as the sheet times the factor, so that nothing has a rest.
 */
import { add, sub, mul, mad, splat, lower, upper, toInt, toFloat, saturate } from './math'

export let FRAME: usize = 0, FW: i32 = 0, FH: i32 = 0, STRIDE: i32 = 0, SW: i32 = 0, SH: i32 = 0, FACTOR: i32 = 1
/** Rows of floats as long as the frame's, and room for four rows of a sheet with their margins. */
let LINES: usize = 0, LINE: usize = 0, MARGINS: usize = 0
export const REACH_MAX: i32 = 256

/** @param lines 9 rows of `stride` floats and 64 bytes. @param margins Four rows of the sheet, 520 pixels longer. */
export function easel(frame: usize, frameWidth: i32, frameHeight: i32, sheetWidth: i32, sheetHeight: i32, factor: i32, lines: usize, margins: usize): void {
  FRAME = frame; FW = frameWidth; FH = frameHeight; SW = sheetWidth; SH = sheetHeight; FACTOR = factor; STRIDE = sheetWidth * factor
  LINES = lines; LINE = (<usize>STRIDE << 2) + 64; MARGINS = margins
}
@inline export function line(index: i32): usize { return LINES + <usize>index * LINE }
@inline export function sheetBytes(): usize { return <usize>(SW * SH) << 2 }
@inline export function brightness(r: v128, g: v128, b: v128): v128 { return mad(r, splat(.299), mad(g, splat(.587), mul(b, splat(.114)))) }
/** A channel of four pixels, 0 … 255. */
@inline export function channel(pixels: v128, shift: i32): v128 { return toFloat(v128.and(i32x4.shr_u(pixels, shift), i32x4.splat(255))) }
/** Four bytes of a texture, 0 … 255. */
@inline export function fourBytes(p: usize): v128 { return toFloat(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(p)))) }
@inline function joined(r: v128, g: v128, b: v128, under: v128): v128 {
  return v128.or(v128.or(r, i32x4.shl(g, 8)), v128.or(i32x4.shl(b, 16), v128.and(under, i32x4.splat(0xff000000))))
}
@inline function level(v: v128): v128 { return toInt(lower(upper(v, splat(0)), splat(255))) }
/** Four pixels of 0 … 255, cut off rather than rounded; their alpha is that of `under`. */
@inline export function levels(r: v128, g: v128, b: v128, under: v128): v128 { return joined(level(r), level(g), level(b), under) }
/** Four pixels of 0 … 1, rounded. */
@inline export function shares(r: v128, g: v128, b: v128, under: v128): v128 {
  const k = splat(255), h = splat(.5)
  return joined(toInt(mad(saturate(r), k, h)), toInt(mad(saturate(g), k, h)), toInt(mad(saturate(b), k, h)), under)
}

@inline function pairs(a: v128, b: v128): v128 { return i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7)) }
/** Means of squares of the frame, 0 … 1. */
export function shrinkFrame(red: usize, green: usize, blue: usize): void {
  if (FACTOR != 2) return shrinkAny(red, green, blue)
  const odd = i32x4.splat(0xff00ff), low = i32x4.splat(0xffff), k = splat(1 / 1020.0), row = <usize>STRIDE << 2
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const p = FRAME + <usize>(2 * y) * row + (<usize>x << 3), o = <usize>(y * SW + x) << 2
    const a = v128.load(p), b = v128.load(p, 16), c = v128.load(p + row), d = v128.load(p + row, 16)
    const rb = pairs(i32x4.add(v128.and(a, odd), v128.and(c, odd)), i32x4.add(v128.and(b, odd), v128.and(d, odd)))
    const g = pairs(i32x4.add(v128.and(i32x4.shr_u(a, 8), odd), v128.and(i32x4.shr_u(c, 8), odd)), i32x4.add(v128.and(i32x4.shr_u(b, 8), odd), v128.and(i32x4.shr_u(d, 8), odd)))
    v128.store(red + o, mul(toFloat(v128.and(rb, low)), k)); v128.store(green + o, mul(toFloat(v128.and(g, low)), k)); v128.store(blue + o, mul(toFloat(i32x4.shr_u(rb, 16)), k))
  }
}
function shrinkAny(red: usize, green: usize, blue: usize): void {
  const k: f32 = 1 / (255 * <f32>(FACTOR * FACTOR))
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x++) {
    let r = 0, g = 0, b = 0
    for (let j = 0; j < FACTOR; j++) {
      let p = FRAME + (<usize>((y * FACTOR + j) * STRIDE + x * FACTOR) << 2)
      for (let i = 0; i < FACTOR; i++, p += 4) { r += load<u8>(p); g += load<u8>(p, 1); b += load<u8>(p, 2) }
    }
    const o = <usize>(y * SW + x) << 2
    store<f32>(red + o, <f32>r * k); store<f32>(green + o, <f32>g * k); store<f32>(blue + o, <f32>b * k)
  }
}
export function lumaSheet(red: usize, green: usize, blue: usize, out: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) v128.store(out + o, brightness(v128.load(red + o), v128.load(green + o), v128.load(blue + o)))
}
/** `out` = a · `first` + b · `second` + c, no less than `least`. */
export function blendSheet(first: usize, a: f32, second: usize, b: f32, c: f32, least: f32, out: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) v128.store(out + o, upper(mad(v128.load(first + o), splat(a), mad(v128.load(second + o), splat(b), splat(c))), splat(least)))
}

/** Mean over a square of 2 · radius + 1, edges repeated; `out` may be `from`. Four rows go side by side, a lane each. */
export function boxSheet(from: usize, out: usize, spare: usize, radius: i32): void {
  const row = <usize>SW << 2, wide = row << 2, r = min(radius, REACH_MAX), side: i32 = 2 * r + 1, k = splat(1 / <f32>side), last = SH - 1
  const first = MARGINS + (<usize>(r + 1) << 4)
  for (let y = 0; y < SH; y += 4) {
    const y0 = <usize>y * row, y1 = <usize>min(last, y + 1) * row, y2 = <usize>min(last, y + 2) * row, y3 = <usize>min(last, y + 3) * row
    for (let x: usize = 0; x < row; x += 16) {
      const a = v128.load(from + y0 + x), b = v128.load(from + y1 + x), c = v128.load(from + y2 + x), d = v128.load(from + y3 + x), p = first + (x << 2)
      const e = v128.shuffle<i32>(a, b, 0, 4, 1, 5), f = v128.shuffle<i32>(a, b, 2, 6, 3, 7), g = v128.shuffle<i32>(c, d, 0, 4, 1, 5), h = v128.shuffle<i32>(c, d, 2, 6, 3, 7)
      v128.store(p, v128.shuffle<i64>(e, g, 0, 2)); v128.store(p, v128.shuffle<i64>(e, g, 1, 3), 16); v128.store(p, v128.shuffle<i64>(f, h, 0, 2), 32); v128.store(p, v128.shuffle<i64>(f, h, 1, 3), 48)
    }
    const left = v128.load(first), right = v128.load(first + wide - 16)
    for (let j: usize = 0; j <= <usize>r; j++) { v128.store(first - ((j + 1) << 4), left); v128.store(first + wide + (j << 4), right) }
    let s = splat(0), enter = first + (<usize>(r + 1) << 4), leave = first - (<usize>r << 4)
    for (let p = leave; p < enter; p += 16) s = add(s, v128.load(p))
    for (let x: usize = 0; x < row; x += 16, enter += 64, leave += 64) {
      const a = mul(s, k); s = add(s, sub(v128.load(enter), v128.load(leave)))
      const b = mul(s, k); s = add(s, sub(v128.load(enter, 16), v128.load(leave, 16)))
      const c = mul(s, k); s = add(s, sub(v128.load(enter, 32), v128.load(leave, 32)))
      const d = mul(s, k); s = add(s, sub(v128.load(enter, 48), v128.load(leave, 48)))
      const e = v128.shuffle<i32>(a, b, 0, 4, 1, 5), f = v128.shuffle<i32>(a, b, 2, 6, 3, 7), g = v128.shuffle<i32>(c, d, 0, 4, 1, 5), h = v128.shuffle<i32>(c, d, 2, 6, 3, 7)
      v128.store(spare + y0 + x, v128.shuffle<i64>(e, g, 0, 2)); v128.store(spare + y1 + x, v128.shuffle<i64>(e, g, 1, 3)); v128.store(spare + y2 + x, v128.shuffle<i64>(f, h, 0, 2)); v128.store(spare + y3 + x, v128.shuffle<i64>(f, h, 1, 3))
    }
  }
  for (let x: usize = 0; x < row; x += 16) {
    let s = splat(0)
    for (let j = -r; j <= r; j++) s = add(s, v128.load(spare + <usize>min(last, max(0, j)) * row + x))
    v128.store(MARGINS + x, s)
  }
  for (let y = 0; y < SH; y++) {
    const enter = spare + <usize>min(last, y + 1 + r) * row, leave = spare + <usize>max(0, y - r) * row, o = out + <usize>y * row
    for (let x: usize = 0; x < row; x += 16) { const s = v128.load(MARGINS + x); v128.store(o + x, mul(s, k)); v128.store(MARGINS + x, add(s, sub(v128.load(enter + x), v128.load(leave + x)))) }
  }
}
/** Of the pixels to the left and to the right of four; edges repeated. */
@inline export function leftOf(p: usize, x: i32): v128 { if (x > 0) return v128.load(p - 4); const v = v128.load(p); return v128.shuffle<i32>(v, v, 0, 0, 1, 2) }
@inline export function rightOf(p: usize, x: i32): v128 { if (x + 4 < SW) return v128.load(p + 4); const v = v128.load(p); return v128.shuffle<i32>(v, v, 1, 2, 3, 3) }
/** Weights 1 2 1 across and down; `out` may be `from`. */
export function fineSheet(from: usize, out: usize, spare: usize): void {
  const half = splat(.5), quarter = splat(.25)
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>(y * SW + x) << 2, p = from + o
    v128.store(spare + o, mad(add(leftOf(p, x), rightOf(p, x)), quarter, mul(v128.load(p), half)))
  }
  for (let y = 0; y < SH; y++) {
    const row = <usize>(y * SW) << 2, above = <usize>(max(0, y - 1) * SW) << 2, below = <usize>(min(SH - 1, y + 1) * SW) << 2
    for (let x: usize = 0, n = <usize>SW << 2; x < n; x += 16) v128.store(out + row + x, mad(add(v128.load(spare + above + x), v128.load(spare + below + x)), quarter, mul(v128.load(spare + row + x), half)))
  }
}

/** One row of the frame from a plane of the sheet, linearly between its pixels' middles. */
export function enlargeRow(plane: usize, y: i32, out: usize): void {
  const place = min(<f32>(SH - 1), max<f32>(0, (<f32>y + .5) / <f32>FACTOR - .5)), top = <i32>place, share = splat(place - <f32>top)
  const above = plane + (<usize>(top * SW) << 2), below = plane + (<usize>(min(SH - 1, top + 1) * SW) << 2)
  if (FACTOR == 1) {
    for (let x: usize = 0, n = <usize>SW << 2; x < n; x += 16) v128.store(out + x, v128.load(above + x))
  } else if (FACTOR == 2) {
    const quarter = splat(.25), rest = <usize>SW << 2
    let here = v128.load(above), before: v128, after: v128
    here = mad(sub(v128.load(below), here), share, here)
    before = v128.shuffle<i32>(here, here, 0, 0, 0, 0)
    for (let x: usize = 0; x < rest; x += 16) {
      if (x + 16 < rest) { after = v128.load(above + x, 16); after = mad(sub(v128.load(below + x, 16), after), share, after) }
      else after = v128.shuffle<i32>(here, here, 3, 3, 3, 3)
      const even = mad(sub(v128.shuffle<i32>(before, here, 3, 4, 5, 6), here), quarter, here), odd = mad(sub(v128.shuffle<i32>(here, after, 1, 2, 3, 4), here), quarter, here)
      v128.store(out + (x << 1), v128.shuffle<i32>(even, odd, 0, 4, 1, 5)); v128.store(out + (x << 1), v128.shuffle<i32>(even, odd, 2, 6, 3, 7), 16)
      before = here; here = after
    }
  } else {
    const down = f32x4.extract_lane(share, 0), step: f32 = 1 / <f32>FACTOR, last = <f32>(SW - 1)
    for (let x = 0; x < STRIDE; x++) {
      const at = min(last, max<f32>(0, (<f32>x + .5) * step - .5)), left = <i32>at, t = at - <f32>left, l = <usize>left << 2, r = <usize>min(SW - 1, left + 1) << 2
      const a = load<f32>(above + l), b = load<f32>(above + r), u = a + (b - a) * t, c = load<f32>(below + l), d = load<f32>(below + r)
      store<f32>(out + (<usize>x << 2), u + (c + (d - c) * t - u) * down)
    }
  }
}
/** The vignette's row: 1 in the middle, less towards the corners. */
export function vignetteRow(y: i32, strength: f32, out: usize): void {
  const v: f32 = ((<f32>y + .5) / <f32>FH - .5) * 2, down = splat(v * v * .48), step: f32 = 2 / <f32>FW
  for (let x = 0; x < STRIDE; x += 4) {
    const u = sub(mul(add(splat(<f32>x + .5), f32x4(0, 1, 2, 3)), splat(step)), splat(1)), d = mad(mul(u, u), splat(.52), down)
    v128.store(out + (<usize>x << 2), sub(splat(1), mul(mul(splat(strength), mul(d, d)), sub(splat(1.6), mul(d, splat(.6))))))
  }
}
