/** Where a draughtsman draws a line, from the geometry that was drawn: a byte a pixel, 255 the fullest line. */
import { add, sub, mul, div, mad, splat, upper, lower, toInt, toFloat, saturate, dot } from './math'
import { FW, FH, enlargeRow, line } from './easel'
import { W, H, Z, N, C } from './target'

@inline function component(n: v128, shift: i32): v128 { return mul(sub(toFloat(v128.and(i32x4.shr_u(n, shift), i32x4.splat(1023))), splat(512)), splat(1 / 511.0)) }
@inline function along(a: v128, b: v128): v128 { return dot(component(a, 0), component(a, 10), component(a, 20), component(b, 0), component(b, 10), component(b, 20)) }
@inline function differs(a: v128, b: v128): v128 {
  return i32x4.ne(v128.and(v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a)), i32x4.splat(0x00e0e0e0)), i32x4.splat(0))
}
/** Four numbers 0 … 1 as four bytes. */
@inline export function storeBytes(p: usize, v: v128): void {
  const i = toInt(mad(saturate(v), splat(255), splat(.5))), h = i16x8.narrow_i32x4_s(i, i)
  store<u32>(p, <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(h, h), 0))
}
/**
 * Jumps of depth (1/w is linear over a plane, so that its second difference is zero there) and borders between things are
 * drawn `outer` pixels to both sides, creases `inner`. `near`: inverse metres from which lines are full; far away things
 * crowd, and theirs grow faint, or a town turns black. `border`, `creases`: how strong those are.
 */
export function inkFrame(out: usize, outer: i32, inner: i32, near: f32, border: f32, creases: f32): void {
  const zero = splat(0)
  for (let y = 0; y < H; y++) {
    const row = <usize>(y * W) << 2, up = <usize>(max(0, y - outer) * W) << 2, down = <usize>(min(H - 1, y + outer) * W) << 2, over = <usize>(max(0, y - inner) * W) << 2, under = <usize>(min(H - 1, y + inner) * W) << 2
    for (let x = 0; x < W; x += 4) {
      const c = <usize>x << 2, l = row + (<usize>max(0, x - outer) << 2), r = row + (<usize>min(W - 4, x + outer) << 2)
      const z = v128.load(Z + row + c), zl = v128.load(Z + l), zr = v128.load(Z + r), zu = v128.load(Z + up + c), zd = v128.load(Z + down + c)
      const most = upper(upper(upper(zl, zr), upper(zu, zd)), z)
      let drawn = zero
      if (v128.any_true(f32x4.gt(most, zero))) {
        const twice = add(z, z), bend = upper(f32x4.abs(sub(add(zl, zr), twice)), f32x4.abs(sub(add(zu, zd), twice)))
        const close = saturate(mul(most, splat(1 / near))), jump = saturate(mul(sub(div(bend, most), splat(.025)), splat(14)))
        drawn = mul(jump, mad(close, splat(.75), splat(.25)))
        // Borders between things and within what is painted on them; parts of one body that are alike join without a line.
        const solid = v128.and(v128.and(f32x4.gt(zl, zero), f32x4.gt(zr, zero)), v128.and(v128.and(f32x4.gt(zu, zero), f32x4.gt(zd, zero)), f32x4.gt(z, zero))), own = v128.load(C + row + c)
        const unlike = v128.or(v128.or(differs(own, v128.load(C + l)), differs(own, v128.load(C + r))), v128.or(differs(own, v128.load(C + up + c)), differs(own, v128.load(C + down + c))))
        const bordered = v128.and(v128.and(unlike, solid), splat(border))
        let crease = zero
        if (creases > 0) {
          const nl = v128.load(N + row + (<usize>max(0, x - inner) << 2)), nr = v128.load(N + row + (<usize>min(W - 4, x + inner) << 2)), nu = v128.load(N + over + c), nd = v128.load(N + under + c)
          // Most of a picture is smooth: what differs little in every component is no crease.
          if (v128.any_true(v128.or(v128.xor(nl, nr), v128.xor(nu, nd)))) {
            crease = v128.and(solid, saturate(mul(sub(splat(.72), lower(along(nl, nr), along(nu, nd))), splat(2.2 * creases))))
          }
        }
        drawn = upper(drawn, mul(upper(crease, bordered), close))
      }
      storeBytes(out + <usize>(y * W + x), drawn)
    }
  }
}

/** A copy of a row, its ends repeated. */
function keepRow(to: usize, from: usize): void {
  memory.copy(to, from, W)
  store<u8>(to - 1, load<u8>(from)); store<u8>(to + <usize>W, load<u8>(from + <usize>(W - 1)))
}
/** Side of the squares over which lines are counted. */
const SQUARE: i32 = 16
/**
 * Softens the steps of lines, and thins them where they crowd, as a hand does in grass and leaves.
 * @param grid Room for a float for each square of 16 pixels, and a row and a column more.
 * @param spare Three rows of the plane, each with 32 bytes more.
 */
export function tendInk(plane: usize, grid: usize, spare: usize): void {
  const columns = W / SQUARE, rows = H / SQUARE, share: f32 = 1.0 / 65280
  for (let gy = 0; gy < rows; gy++) for (let gx = 0; gx < columns; gx++) {
    let s = i32x4.splat(0)
    for (let y = 0; y < SQUARE; y++) s = i32x4.add(s, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(v128.load(plane + <usize>((gy * SQUARE + y) * W + gx * SQUARE)))))
    const n = i32x4.extract_lane(s, 0) + i32x4.extract_lane(s, 1) + i32x4.extract_lane(s, 2) + i32x4.extract_lane(s, 3), density = <f32>n * share
    store<f32>(grid + (<usize>(gy * columns + gx) << 2), max<f32>(.16, min<f32>(1, 1 - (density - .3) * 3.4)))
  }
  // Rows are kept as they were before they change: three of them, in turn.
  const pitch = W + 32, first = spare + 16
  for (let y = -1; y < H; y++) {
    const keep = first + <usize>((y + 1) % 3 * pitch)
    keepRow(keep, plane + <usize>(min(H - 1, y + 1) * W))
    if (y < 0) { keepRow(first + <usize>(2 * pitch), plane); continue }
    const above = first + <usize>((y + 2) % 3 * pitch), here = first + <usize>(y % 3 * pitch)
    for (let x = 0; x < W; x += 16) {
      const gx = x / SQUARE, gy = y / SQUARE
      const o = <usize>x, own = v128.load(here + o), beside = i8x16.avgr_u(v128.load(here + o - 1), v128.load(here + o + 1)), over = i8x16.avgr_u(v128.load(above + o), v128.load(keep + o))
      const soft = i8x16.avgr_u(own, i8x16.avgr_u(beside, over)), k = <i16>(load<f32>(grid + (<usize>(gy * columns + gx) << 2)) * 256)
      const kk = i16x8.splat(k), low = i16x8.shr_u(i16x8.mul(i16x8.extend_low_i8x16_u(soft), kk), 8), high = i16x8.shr_u(i16x8.mul(i16x8.extend_high_i8x16_u(soft), kk), 8)
      v128.store(plane + <usize>(y * W) + o, i8x16.narrow_i16x8_u(low, high))
    }
  }
}
/** Lines that were found on the sheet, as bytes of the frame's size. */
export function sheetInk(lines: usize, out: usize, least: f32, gain: f32): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(lines, y, line(0))
    for (let x = 0; x < FW; x += 4) storeBytes(out + <usize>(y * FW + x), mul(sub(v128.load(line(0) + (<usize>x << 2)), splat(least)), splat(gain)))
  }
}
