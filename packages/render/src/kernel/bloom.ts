/**
 * Glow: what is brighter than a threshold, at a quarter of the resolution and halved again and again; each level is
 * blurred, then added back on the way up. Planes of one level lie one after the other.
 */
import { add, sub, mul, div, mad, splat, upper, lower, sum } from './math'
import { W, H, RED, GREEN, BLUE } from './target'

/** 4 × 4 boxes of the bright part: a soft knee round the threshold, and no single spark above 24 so that it does not flicker. */
export function brightQuarter(out: usize, threshold: f32, exposure: f32): void {
  const qw = W >> 2, qh = H >> 2, n = <usize>(qw * qh) << 2, t = splat(threshold), ex = splat(exposure / 16)
  for (let y = 0; y < qh; y++) for (let x = 0; x < qw; x++) {
    let r = splat(0), g = r, b = r
    for (let j = 0; j < 4; j++) {
      const o = <usize>((y * 4 + j) * W + x * 4) << 2
      const pr = v128.load(RED + o), pg = v128.load(GREEN + o), pb = v128.load(BLUE + o), peak = lower(mul(upper(pr, upper(pg, pb)), splat(exposure)), splat(24))
      const over = upper(splat(0), sub(peak, mul(t, splat(.8)))), soft = lower(mul(over, over), mul(over, splat(4))), k = div(lower(soft, over), upper(mul(upper(pr, upper(pg, pb)), splat(exposure)), splat(1e-4)))
      r = mad(pr, k, r); g = mad(pg, k, g); b = mad(pb, k, b)
    }
    const q = out + (<usize>(y * qw + x) << 2)
    store<f32>(q, sum(mul(r, ex))); store<f32>(q + n, sum(mul(g, ex))); store<f32>(q + n + n, sum(mul(b, ex)))
  }
}
/** Halves a plane whose width is a multiple of 4 into one of width `hw`, also a multiple of 4; what lies outside repeats the edge. */
export function halvePlane(from: usize, w: i32, h: i32, out: usize, hw: i32, hh: i32): void {
  for (let y = 0; y < hh; y++) {
    const a = from + (<usize>(min(h - 1, 2 * y) * w) << 2), b = from + (<usize>(min(h - 1, 2 * y + 1) * w) << 2)
    for (let x = 0; x < hw; x++) {
      const l = <usize>min(w - 1, 2 * x) << 2, r = <usize>min(w - 1, 2 * x + 1) << 2
      store<f32>(out + (<usize>(y * hw + x) << 2), .25 * (load<f32>(a + l) + load<f32>(a + r) + load<f32>(b + l) + load<f32>(b + r)))
    }
  }
}
/** A row with its ends repeated four times on both sides. */
function pad(line: usize, w: i32): void {
  const end = line + (<usize>w << 2)
  v128.store(line - 16, v128.load32_splat(line)); v128.store(end, v128.load32_splat(end - 4))
}
@inline function nine(a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128, i: v128): v128 {
  return mad(e, splat(.2270), mad(add(d, f), splat(.1946), mad(add(c, g), splat(.1216), mad(add(b, h), splat(.0540), mul(add(a, i), splat(.0162))))))
}
/** Nine taps both ways; width a multiple of 4. `spare` has room for the plane and a row. */
export function gaussPlane(plane: usize, spare: usize, w: i32, h: i32): void {
  const s = <usize>w << 2, line = spare + s * <usize>h + 64, last = h - 1
  for (let y = 0; y < h; y++) {
    memory.copy(line, plane + <usize>y * s, s)
    pad(line, w)
    for (let x: usize = 0; x < s; x += 16) {
      const p = line + x
      v128.store(spare + <usize>y * s + x, nine(v128.load(p - 16), v128.load(p - 12), v128.load(p - 8), v128.load(p - 4), v128.load(p), v128.load(p + 4), v128.load(p + 8), v128.load(p + 12), v128.load(p + 16)))
    }
  }
  for (let y = 0; y < h; y++) {
    const a = spare + <usize>max(0, y - 4) * s, b = spare + <usize>max(0, y - 3) * s, c = spare + <usize>max(0, y - 2) * s, d = spare + <usize>max(0, y - 1) * s, e = spare + <usize>y * s
    const f = spare + <usize>min(last, y + 1) * s, g = spare + <usize>min(last, y + 2) * s, k = spare + <usize>min(last, y + 3) * s, i = spare + <usize>min(last, y + 4) * s
    for (let x: usize = 0; x < s; x += 16) v128.store(plane + <usize>y * s + x, nine(v128.load(a + x), v128.load(b + x), v128.load(c + x), v128.load(d + x), v128.load(e + x), v128.load(f + x), v128.load(g + x), v128.load(k + x), v128.load(i + x)))
  }
}
/** plane · own + twice as large picture of `small` · share. */
export function addDoubled(plane: usize, w: i32, h: i32, small: usize, sw: i32, sh: i32, own: f32, share: f32, spare: usize): void {
  const line = spare + 64, s = <usize>sw << 2, k0 = splat(own), k1 = splat(share)
  for (let y = 0; y < h; y++) {
    const y0 = min(sh - 1, max(0, (y - 1) >> 1)), y1 = min(sh - 1, y0 + ((y > 0) ? 1 : 0)), t = splat(y & 1 ? <f32>.25 : <f32>.75)
    for (let x: usize = 0; x < s; x += 16) { const a = v128.load(small + <usize>y0 * s + x); v128.store(line + x, mad(sub(v128.load(small + <usize>y1 * s + x), a), t, a)) }
    pad(line, sw)
    for (let x = 0; x < w; x += 4) {
      const v = v128.load(line + (<usize>min(x >> 1, sw) << 2) - 4), a = v128.shuffle<i32>(v, v, 0, 1, 1, 2), b = v128.shuffle<i32>(v, v, 1, 2, 2, 3), p = plane + (<usize>(y * w + x) << 2)
      v128.store(p, mad(v128.load(p), k0, mul(mad(sub(b, a), f32x4(.75, .25, .75, .25), a), k1)))
    }
  }
}
