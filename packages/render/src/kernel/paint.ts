/** Tools of the painted styles: the finished picture as planes 0 … 1, box means, the smoothing of brushes, ink lines. */
import { add, sub, mul, div, mad, splat, upper, lower, toInt, toFloat, saturate, dot } from './math'
import { W, H, Z, N, I, RED, GREEN, BLUE } from './target'

@inline export function luma(r: v128, g: v128, b: v128): v128 { return mad(r, splat(.2126), mad(g, splat(.7152), mul(b, splat(.0722)))) }

export function unpackPicture(from: usize): void {
  const n = W * H, full = i32x4.splat(255), k = splat(1 / 255.0)
  for (let i = 0; i < n; i += 4) {
    const o = <usize>i << 2, c = v128.load(from + o)
    v128.store(RED + o, mul(toFloat(v128.and(c, full)), k)); v128.store(GREEN + o, mul(toFloat(v128.and(i32x4.shr_u(c, 8), full)), k)); v128.store(BLUE + o, mul(toFloat(v128.and(i32x4.shr_u(c, 16), full)), k))
  }
}
@inline export function packed(r: v128, g: v128, b: v128): v128 {
  const k = splat(255), h = splat(.5)
  return v128.or(v128.or(toInt(mad(saturate(r), k, h)), i32x4.shl(toInt(mad(saturate(g), k, h)), 8)), v128.or(i32x4.shl(toInt(mad(saturate(b), k, h)), 16), i32x4.splat(0xff000000)))
}
export function packPicture(out: usize): void {
  const n = W * H
  for (let i = 0; i < n; i += 4) { const o = <usize>i << 2; v128.store(out + o, packed(v128.load(RED + o), v128.load(GREEN + o), v128.load(BLUE + o))) }
}
/** Black rows above and below, after all painting. */
export function bars(out: usize, width: i32, height: i32, rows: i32): void {
  for (let y = 0; y < height; y++) if (y < rows || y >= height - rows) for (let x = 0; x < width; x++) store<u32>(out + (<usize>(y * W + x) << 2), 0xff000000)
}
/** Mean of (2 · radius + 1)² pixels, radius ≤ 12. `spare` has room for a plane and a row. */
export function boxPlane(plane: usize, out: usize, spare: usize, radius: i32): void {
  const s = <usize>W << 2, line = spare + s * <usize>H + 64, side: i32 = 2 * radius + 1, k = splat(1 / <f32>side), last = H - 1
  for (let y = 0; y < H; y++) {
    memory.copy(line, plane + <usize>y * s, s)
    for (let j = 1; j <= radius; j++) { store<f32>(line - (<usize>j << 2), load<f32>(line)); store<f32>(line + s + (<usize>(j - 1) << 2), load<f32>(line + s - 4)) }
    for (let x: usize = 0; x < s; x += 16) {
      let a = splat(0)
      for (let p = line + x - (<usize>radius << 2), e = line + x + (<usize>radius << 2); p <= e; p += 4) a = add(a, v128.load(p))
      v128.store(spare + <usize>y * s + x, mul(a, k))
    }
  }
  for (let x: usize = 0; x < s; x += 16) {
    let a = splat(0)
    for (let j = -radius; j <= radius; j++) a = add(a, v128.load(spare + <usize>min(last, max(0, j)) * s + x))
    v128.store(line + x, a)
  }
  for (let y = 0; y < H; y++) {
    const enter = spare + <usize>min(last, y + 1 + radius) * s, leave = spare + <usize>max(0, y - radius) * s, o = out + <usize>y * s
    for (let x: usize = 0; x < s; x += 16) { const a = v128.load(line + x); v128.store(o + x, mul(a, k)); v128.store(line + x, sub(add(a, v128.load(enter + x)), v128.load(leave + x))) }
  }
}
/** Squared brightness, for `brush`. */
export function squaredLuma(out: usize): void {
  const n = W * H
  for (let i = 0; i < n; i += 4) { const o = <usize>i << 2, l = luma(v128.load(RED + o), v128.load(GREEN + o), v128.load(BLUE + o)); v128.store(out + o, mul(l, l)) }
}
/**
 * Kuwahara's smoothing with soft choice: each pixel takes the means of the neighbouring windows, the calmest most of all,
 * so that areas go flat and edges stay. Planes r g b and squared luma hold box means; `reach` is the windows' distance.
 */
export function brush(r: usize, g: usize, b: usize, square: usize, reach: i32): void {
  const far = reach, near = max(1, (reach * 7 + 5) / 10)
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    let wr = splat(0), wg = wr, wb = wr, ws = wr
    for (let k = 0; k < 8; k++) {
      const dx = k == 0 ? far : k == 1 ? -far : k < 4 ? 0 : k & 1 ? -near : near, dy = k < 2 ? 0 : k == 2 ? far : k == 3 ? -far : k < 6 ? near : -near
      const o = <usize>(min(H - 1, max(0, y + dy)) * W + min(W - 4, max(0, x + dx))) << 2
      const cr = v128.load(r + o), cg = v128.load(g + o), cb = v128.load(b + o), l = luma(cr, cg, cb)
      const t = div(splat(1e-3), add(upper(sub(v128.load(square + o), mul(l, l)), splat(0)), splat(2.5e-4))), t2 = mul(t, t), w = mul(t2, t2)
      wr = mad(cr, w, wr); wg = mad(cg, w, wg); wb = mad(cb, w, wb); ws = add(ws, w)
    }
    const o = <usize>(y * W + x) << 2, k = div(splat(1), upper(ws, splat(1e-12)))
    v128.store(RED + o, mul(wr, k)); v128.store(GREEN + o, mul(wg, k)); v128.store(BLUE + o, mul(wb, k))
  }
}
@inline function component(n: v128, shift: i32): v128 { return mul(sub(toFloat(v128.and(i32x4.shr_u(n, shift), i32x4.splat(1023))), splat(512)), splat(1 / 511.0)) }
/**
 * Where a draughtsman draws a line, 0 … 1: jumps of depth (1/w is linear over a plane, so that its second difference is
 * zero there), creases, and borders between things.
 */
export function inkLines(out: usize, reach: i32, creases: f32): void {
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2, l = <usize>(y * W + max(0, x - reach)) << 2, r = <usize>(y * W + min(W - 4, x + reach)) << 2, u = <usize>(max(0, y - reach) * W + x) << 2, d = <usize>(min(H - 1, y + reach) * W + x) << 2
    const z = v128.load(Z + o), zl = v128.load(Z + l), zr = v128.load(Z + r), zu = v128.load(Z + u), zd = v128.load(Z + d)
    const bend = upper(f32x4.abs(sub(add(zl, zr), add(z, z))), f32x4.abs(sub(add(zu, zd), add(z, z)))), most = upper(upper(upper(zl, zr), upper(zu, zd)), z)
    const jump = saturate(mul(sub(div(bend, upper(most, splat(1e-6))), splat(.025)), splat(14)))
    const nl = v128.load(N + l), nr = v128.load(N + r), nu = v128.load(N + u), nd = v128.load(N + d)
    const across = dot(component(nl, 0), component(nl, 10), component(nl, 20), component(nr, 0), component(nr, 10), component(nr, 20)), down = dot(component(nu, 0), component(nu, 10), component(nu, 20), component(nd, 0), component(nd, 10), component(nd, 20))
    const solid = v128.and(v128.and(f32x4.gt(zl, splat(0)), f32x4.gt(zr, splat(0))), v128.and(f32x4.gt(zu, splat(0)), f32x4.gt(zd, splat(0))))
    const crease = v128.and(solid, saturate(mul(sub(splat(.72), lower(across, down)), splat(2.2 * creases))))
    const id = v128.load(I + o), border = v128.and(v128.or(v128.or(i32x4.ne(id, v128.load(I + l)), i32x4.ne(id, v128.load(I + r))), v128.or(i32x4.ne(id, v128.load(I + u)), i32x4.ne(id, v128.load(I + d)))), splat(.5))
    // Far away things crowd: their lines grow faint, or a town turns black.
    const close = saturate(mul(most, splat(24)))
    v128.store(out + o, upper(mul(jump, mad(close, splat(.6), splat(.4))), mul(upper(crease, border), close)))
  }
}
