/**
 * The world's reflection in the mirror plane, seen at the same place of the screen as the plane itself: one picture as
 * sharp as half resolution allows, one smeared along the vertical as rough wet ground does.
 */
import { add, sub, mul, mad, splat, floor4, toInt, clampInt } from './math'
import { W, H, I, MULTI, MATERIALS, RED, GREEN, BLUE } from './target'
import * as L from './layout'

let SHARP: usize = 0, SMEARED: usize = 0, MW: i32 = 0, FIRST: i32 = 0, LAST: i32 = 0
export let MIRROR_R: v128 = i32x4(0, 0, 0, 0), MIRROR_G: v128 = i32x4(0, 0, 0, 0), MIRROR_B: v128 = i32x4(0, 0, 0, 0)

/** First row and the row behind the last that show a mirroring material, as first · 65536 + behind; 0 for none. */
export function mirrorRows(): i32 {
  const stride = MULTI ? W * 4 : W
  let first = -1, behind = 0
  for (let y = 0; y < H; y++) {
    const row = I + (<usize>(y * stride) << 2)
    // Every fourth pixel (or its first sample) is enough to find a surface.
    for (let x = 0; x < stride; x += 16) {
      const id = load<u32>(row + (<usize>x << 2))
      if (id && load<f32>(MATERIALS + (<usize>(id >> 16) << L.MATERIAL_SHIFT), L.M_MIRROR) > 0) { if (first < 0) first = y; behind = y + 1; break }
    }
  }
  return first < 0 ? 0 : (first << 16) | behind
}
/** Rows `y0` … `y1` − 1 of the colour planes of the target in use as four floats a pixel. */
export function interleave(out: usize, y0: i32, y1: i32): void {
  const n = W * y1
  for (let i = W * y0; i < n; i += 4) {
    const o = <usize>i << 2, r = v128.load(RED + o), g = v128.load(GREEN + o), b = v128.load(BLUE + o), q = out + (o << 2)
    const rg0 = v128.shuffle<i32>(r, g, 0, 4, 1, 5), rg1 = v128.shuffle<i32>(r, g, 2, 6, 3, 7)
    v128.store(q, v128.shuffle<i32>(rg0, b, 0, 1, 4, 4)); v128.store(q + 16, v128.shuffle<i32>(rg0, b, 2, 3, 5, 5))
    v128.store(q + 32, v128.shuffle<i32>(rg1, b, 0, 1, 6, 6)); v128.store(q + 48, v128.shuffle<i32>(rg1, b, 2, 3, 7, 7))
  }
}
/** A box of 2 · radius + 1 rows slid down a plane; `spare` has room for it and one row. */
function slide(plane: usize, out: usize, spare: usize, y0: i32, y1: i32, radius: i32): void {
  const rows: i32 = 2 * radius + 1, s = <usize>W << 2, k = splat(1 / <f32>rows), top = y0, last = y1 - 1
  for (let x: usize = 0; x < s; x += 16) {
    let a = splat(0)
    for (let j = top - radius; j <= top + radius; j++) a = add(a, v128.load(plane + <usize>min(last, max(top, j)) * s + x))
    v128.store(spare + x, a)
  }
  for (let y = top; y <= last; y++) {
    const enter = plane + <usize>min(last, y + 1 + radius) * s, leave = plane + <usize>max(top, y - radius) * s, o = out + <usize>y * s
    for (let x: usize = 0; x < s; x += 16) {
      const a = v128.load(spare + x)
      v128.store(o + x, mul(a, k)); v128.store(spare + x, sub(add(a, v128.load(enter + x)), v128.load(leave + x)))
    }
  }
}
/** Smears the colour planes of the target in use along the vertical, twice a box: a triangle. */
export function smear(y0: i32, y1: i32, radius: i32, spare: usize): void {
  const row = spare + (<usize>(W * H) << 2)
  for (let c = 0; c < 3; c++) {
    const plane = c == 0 ? RED : c == 1 ? GREEN : BLUE
    slide(plane, spare, row, y0, y1, radius); slide(spare, plane, row, y0, y1, max(1, radius >> 1))
  }
}
/** Pictures of width `w` that `reflection` reads, of which the rows `first` … `behind` − 1 were drawn. */
export function useMirror(sharp: usize, smeared: usize, w: i32, first: i32, behind: i32): void { SHARP = sharp; SMEARED = smeared; MW = w; FIRST = first; LAST = behind - 2 }

@inline function fetch(base: usize, i: i32, tx: f32, ty: f32): v128 {
  const p = base + (<usize>i << 4), q = p + (<usize>MW << 4), a = v128.load(p), c = v128.load(q), t = splat(tx)
  const u = mad(sub(v128.load(p, 16), a), t, a), v = mad(sub(v128.load(q, 16), c), t, c)
  return mad(sub(v, u), splat(ty), u)
}
@inline function both(i: i32, tx: f32, ty: f32, sharpness: f32): v128 {
  if (sharpness <= 0) return fetch(SMEARED, i, tx, ty)
  if (sharpness >= 1) return fetch(SHARP, i, tx, ty)
  const a = fetch(SMEARED, i, tx, ty)
  return mad(sub(fetch(SHARP, i, tx, ty), a), splat(sharpness), a)
}
/** What is mirrored at full-resolution pixels (x, y), between smeared (0) and sharp (1). */
export function reflection(x: v128, y: v128, sharpness: v128): void {
  const hx = mad(x, splat(.5), splat(-.5)), hy = mad(y, splat(.5), splat(-.5)), fx = floor4(hx), fy = floor4(hy)
  const i = i32x4.add(i32x4.mul(i32x4.min_s(i32x4.max_s(toInt(fy), i32x4.splat(FIRST)), i32x4.splat(LAST)), i32x4.splat(MW)), clampInt(toInt(fx), MW - 2)), tx = sub(hx, fx), ty = sub(hy, fy)
  const a = both(i32x4.extract_lane(i, 0), f32x4.extract_lane(tx, 0), f32x4.extract_lane(ty, 0), f32x4.extract_lane(sharpness, 0)), b = both(i32x4.extract_lane(i, 1), f32x4.extract_lane(tx, 1), f32x4.extract_lane(ty, 1), f32x4.extract_lane(sharpness, 1))
  const c = both(i32x4.extract_lane(i, 2), f32x4.extract_lane(tx, 2), f32x4.extract_lane(ty, 2), f32x4.extract_lane(sharpness, 2)), d = both(i32x4.extract_lane(i, 3), f32x4.extract_lane(tx, 3), f32x4.extract_lane(ty, 3), f32x4.extract_lane(sharpness, 3))
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5)
  MIRROR_R = v128.shuffle<i32>(ab0, cd0, 0, 1, 4, 5); MIRROR_G = v128.shuffle<i32>(ab0, cd0, 2, 3, 6, 7)
  MIRROR_B = v128.shuffle<i32>(v128.shuffle<i32>(a, b, 2, 6, 2, 6), v128.shuffle<i32>(c, d, 2, 6, 2, 6), 0, 1, 4, 5)
}
