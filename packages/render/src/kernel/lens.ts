/** What happens in the lens and in the air before it: blur behind the focus, shafts of light. */
import { add, sub, mul, div, mad, mix, splat, saturate, upper, lower, sum, gather, toInt, clampInt } from './math'
import { W, H, Z, RED, GREEN, BLUE } from './target'
import { bilinear } from './quarter'

/** How blurred a depth is, 0 … 1: nothing up to `start` metres, then more and more towards `strength`. */
@inline function blurOf(iz: v128, start: f32, strength: f32): v128 { return mul(saturate(mul(sub(splat(1), mul(iz, splat(start))), splat(1.6))), splat(strength)) }

/** Blurred parts at a quarter of the resolution, premultiplied: planes red, green, blue, weight. The sharp foreground stays out. */
export function gatherBlur(out: usize, start: f32, strength: f32): void {
  const qw = W >> 2, qh = H >> 2, n = <usize>(qw * qh) << 2, most = splat(10)
  for (let y = 0; y < qh; y++) for (let x = 0; x < qw; x++) {
    let r = splat(0), g = r, b = r, m = r
    for (let j = 0; j < 4; j++) {
      const o = <usize>((y * 4 + j) * W + x * 4) << 2, k = blurOf(v128.load(Z + o), start, strength)
      r = mad(lower(v128.load(RED + o), most), k, r); g = mad(lower(v128.load(GREEN + o), most), k, g); b = mad(lower(v128.load(BLUE + o), most), k, b); m = add(m, k)
    }
    const q = out + (<usize>(y * qw + x) << 2)
    store<f32>(q, sum(r) * .0625); store<f32>(q + n, sum(g) * .0625); store<f32>(q + 2 * n, sum(b) * .0625); store<f32>(q + 3 * n, sum(m) * .0625)
  }
}
/** Puts the blurred parts back. */
export function applyBlur(from: usize, start: f32, strength: f32): void {
  const qw = W >> 2, qh = H >> 2, n = <usize>(qw * qh) << 2
  for (let y = 0; y < H; y++) {
    const sy: f32 = (<f32>y + .5) * .25 - .5, row0 = max(0, <i32>Mathf.floor(sy)), row1 = min(qh - 1, row0 + 1), fy = splat(max<f32>(0, sy - <f32>row0))
    for (let x = 0; x < W; x += 4) {
      const o = <usize>(y * W + x) << 2, k = blurOf(v128.load(Z + o), start, strength)
      if (!v128.any_true(k)) continue
      const q0 = from + (<usize>(row0 * qw + (x >> 2)) << 2), q1 = from + (<usize>(row1 * qw + (x >> 2)) << 2), first = x == 0, last = (x >> 2) == qw - 1
      const weight = bilinear(q0 + 3 * n, q1 + 3 * n, fy, first, last), im = div(splat(1), upper(weight, splat(1e-4))), share = saturate(mul(k, splat(1.8)))
      v128.store(RED + o, mix(v128.load(RED + o), mul(bilinear(q0, q1, fy, first, last), im), share)); v128.store(GREEN + o, mix(v128.load(GREEN + o), mul(bilinear(q0 + n, q1 + n, fy, first, last), im), share))
      v128.store(BLUE + o, mix(v128.load(BLUE + o), mul(bilinear(q0 + 2 * n, q1 + 2 * n, fy, first, last), im), share))
    }
  }
}
/** Where the light at pixel (lx, ly) and inverse depth `iz` is seen past everything, falling off round it. */
export function shaftSource(out: usize, lx: f32, ly: f32, iz: f32, radius: f32): void {
  const qw = W >> 2, qh = H >> 2, k = splat(1 / (radius * radius)), limit = splat(iz)
  for (let y = 0; y < qh; y++) for (let x = 0; x < qw; x += 4) {
    let open = splat(0)
    for (let j = 0; j < 4; j++) { // one of each cell's rows, a pixel a column
      const o = <usize>((y * 4 + j) * W + x * 4) << 2
      open = add(open, v128.and(f32x4.le(f32x4(load<f32>(Z + o + (j << 2)), load<f32>(Z + o + 16 + (j << 2)), load<f32>(Z + o + 32 + (j << 2)), load<f32>(Z + o + 48 + (j << 2))), limit), splat(.25)))
    }
    const dx = add(splat(<f32>(x * 4) + 2 - lx), f32x4(0, 4, 8, 12)), dy: f32 = <f32>(y * 4) + 2 - ly, near = saturate(sub(splat(1), mul(mad(dx, dx, splat(dy * dy)), k)))
    v128.store(out + (<usize>(y * qw + x) << 2), mul(open, mul(near, near)))
  }
}
/** Smears towards the light: six taps over `span` of the way, each a little weaker. */
export function smearShafts(from: usize, out: usize, lx: f32, ly: f32, span: f32): void {
  const qw = W >> 2, qh = H >> 2, cx = splat(lx * .25), cy: f32 = ly * .25
  for (let y = 0; y < qh; y++) for (let x = 0; x < qw; x += 4) {
    const fx = add(splat(<f32>x + .5), f32x4(0, 1, 2, 3)), fy: f32 = <f32>y + .5, dx = mul(sub(cx, fx), splat(span / 6)), dy: f32 = (cy - fy) * span / 6
    let a = splat(0), w: f32 = 1
    for (let k = 0; k < 6; k++) {
      const ix = clampInt(toInt(mad(dx, splat(<f32>k), fx)), qw - 1), iy = clampInt(toInt(splat(fy + dy * <f32>k)), qh - 1)
      a = mad(gather(from, i32x4.add(i32x4.mul(iy, i32x4.splat(qw)), ix)), splat(w * .2), a)
      w *= .94
    }
    v128.store(out + (<usize>(y * qw + x) << 2), a)
  }
}
export function addShafts(from: usize, r: f32, g: f32, b: f32): void {
  const qw = W >> 2, qh = H >> 2
  for (let y = 0; y < H; y++) {
    const sy: f32 = (<f32>y + .5) * .25 - .5, row0 = max(0, <i32>Mathf.floor(sy)), row1 = min(qh - 1, row0 + 1), fy = splat(max<f32>(0, sy - <f32>row0))
    for (let x = 0; x < W; x += 4) {
      const o = <usize>(y * W + x) << 2, v = bilinear(from + (<usize>(row0 * qw + (x >> 2)) << 2), from + (<usize>(row1 * qw + (x >> 2)) << 2), fy, x == 0, (x >> 2) == qw - 1)
      v128.store(RED + o, mad(v, splat(r), v128.load(RED + o))); v128.store(GREEN + o, mad(v, splat(g), v128.load(GREEN + o))); v128.store(BLUE + o, mad(v, splat(b), v128.load(BLUE + o)))
    }
  }
}
