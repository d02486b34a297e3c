/** The painted styles, each from the smoothed planes and a plane of ink lines. `scale`: 1 at a height of 720 pixels. */
import { add, sub, mul, div, mad, mix, splat, upper, lower, saturate, floor4, fract, smooth, step } from './math'
import { noise } from './noise'
import { W, H, Z, RED, GREEN, BLUE } from './target'
import { luma } from './paint'

let R: v128 = i32x4(0, 0, 0, 0), G: v128 = i32x4(0, 0, 0, 0), B: v128 = i32x4(0, 0, 0, 0)
@inline function read(o: usize): void { R = v128.load(RED + o); G = v128.load(GREEN + o); B = v128.load(BLUE + o) }
@inline function write(o: usize): void { v128.store(RED + o, R); v128.store(GREEN + o, G); v128.store(BLUE + o, B) }
@inline function saturation(k: v128): void { const l = luma(R, G, B); R = mad(sub(R, l), k, l); G = mad(sub(G, l), k, l); B = mad(sub(B, l), k, l) }
@inline function towards(r: f32, g: f32, b: f32, k: v128): void { R = mix(R, splat(r), k); G = mix(G, splat(g), k); B = mix(B, splat(b), k) }
@inline function times(k: v128): void { R = mul(R, k); G = mul(G, k); B = mul(B, k) }
@inline function columns(x: i32): v128 { return add(splat(<f32>x + .5), f32x4(0, 1, 2, 3)) }
/** Two octaves that never repeat, 0 … 1, one feature in 1 / frequency pixels. */
function cloudy(x: v128, y: v128, frequency: f32): v128 {
  const u = mul(x, splat(frequency)), v = mul(y, splat(frequency))
  return mad(noise(u, v), splat(.62), mul(noise(mad(u, splat(1.9), mul(v, splat(1.1))), sub(mul(v, splat(1.9)), mul(u, splat(1.1)))), splat(.38)))
}
/** Brightness in `n` flats with short ramps between. */
@inline function flats(l: v128, n: f32): v128 { const t = mul(l, splat(n)), f = floor4(t); return mul(add(f, step(.38, .62, sub(t, f))), splat(1 / n)) }

export function anime(ink: usize): void {
  for (let i = 0, n = W * H; i < n; i += 4) {
    const o = <usize>i << 2
    read(o)
    const l = luma(R, G, B), solid = v128.and(f32x4.gt(v128.load(Z + o), splat(0)), splat(.55)), flat = mix(l, mad(flats(l, 5), splat(.94), splat(.05)), add(solid, splat(.2)))
    times(div(add(flat, splat(.02)), add(l, splat(.02))))
    saturation(splat(1.32))
    const e = v128.load(ink + o)
    towards(.055, .035, .09, mul(saturate(mul(e, splat(1.1))), splat(.88)))
    write(o)
  }
}
export function comic(ink: usize, scale: f32): void {
  const pitch: f32 = 1 / (6.4 * scale)
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2
    read(o)
    const l = luma(R, G, B), bright = saturate(mad(l, splat(1.18), splat(.03))), flat = mad(flats(bright, 4), splat(.86), splat(.12))
    times(div(add(flat, splat(.02)), add(l, splat(.02))))
    saturation(splat(1.55))
    const fx = columns(x), fy = splat(<f32>y), u = fract(mul(sub(fx, fy), splat(pitch * .70711))), v = fract(mul(add(fx, fy), splat(pitch * .70711))), du = sub(u, splat(.5)), dv = sub(v, splat(.5))
    // Dots grow as brightness falls between two flats; the light stays clean paper.
    const want = saturate(mul(sub(splat(.62), bright), splat(1.25))), dot = saturate(mul(sub(mul(want, splat(.3)), mad(du, du, mul(dv, dv))), splat(14 * scale)))
    times(mad(dot, splat(-.42), splat(1)))
    R = mad(R, splat(.97), splat(.022)); G = mad(G, splat(.96), splat(.018)); B = mul(B, splat(.93))
    const black = saturate(mul(sub(splat(.085), l), splat(26))), e = upper(saturate(mul(v128.load(ink + o), splat(1.5))), mul(black, splat(.92)))
    towards(.03, .025, .035, e)
    write(o)
  }
}
@inline function hatch(x: v128, y: v128, pitch: f32, width: v128, wobble: v128): v128 {
  const d = f32x4.abs(sub(fract(mad(add(x, y), splat(pitch), wobble)), splat(.5)))
  return saturate(mul(sub(width, d), splat(6)))
}
export function sketch(ink: usize, scale: f32): void {
  const pitch: f32 = 1 / (6.5 * scale), t: f32 = 1 / (512 * scale)
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2, fx = columns(x), fy = splat(<f32>y)
    read(o)
    const l = saturate(mad(luma(R, G, B), splat(1.25), splat(.02))), n = cloudy(fx, fy, t * 21.7), fine = cloudy(fx, fy, t * 119)
    const wobble = mul(n, splat(.9)), grain = mad(fine, splat(.9), splat(.45))
    let dark = mul(hatch(fx, fy, pitch * .7071, mul(saturate(sub(splat(.86), l)), splat(.5)), wobble), splat(.68))
    dark = add(dark, mul(hatch(fx, sub(splat(0), fy), pitch * .7071, mul(saturate(sub(splat(.58), l)), splat(.75)), wobble), splat(.55)))
    dark = add(dark, mul(hatch(splat(0), mul(fy, splat(1.3)), pitch, mul(saturate(sub(splat(.3), l)), splat(1.5)), wobble), splat(.5)))
    dark = mad(saturate(sub(splat(.6), l)), splat(.22), mul(dark, grain))
    const line = mul(saturate(mul(v128.load(ink + o), splat(1.25))), mad(n, splat(.55), splat(.55)))
    const pencil = saturate(upper(mul(dark, splat(.92)), line)), paper = mad(sub(fine, splat(.5)), splat(.05), mad(sub(n, splat(.5)), splat(.03), splat(.955)))
    const k = mul(pencil, splat(.86))
    R = mix(paper, splat(.13), k); G = mix(mul(paper, splat(.985)), splat(.13), k); B = mix(mul(paper, splat(.945)), splat(.15), k)
    write(o)
  }
}
export function watercolor(ink: usize, scale: f32, width: i32, height: i32, spare: usize): void {
  const t: f32 = 1 / (512 * scale), s = W
  // Pigment gathers where a wash ends: the slope of brightness, kept aside so that reading and writing do not mix.
  for (let i = 0, n = W * H; i < n; i += 4) { const o = <usize>i << 2; v128.store(spare + o, luma(v128.load(RED + o), v128.load(GREEN + o), v128.load(BLUE + o))) }
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2, fx = columns(x), fy = splat(<f32>y)
    const broad = cloudy(fx, fy, t * 3.85), n = cloudy(fx, fy, t * 16.1), fine = cloudy(fx, fy, t * 91)
    // Ragged washes: each pixel takes its colour from a little beside.
    const wx = <i32>((f32x4.extract_lane(n, 0) - .5) * 14 * scale), wy = <i32>((f32x4.extract_lane(broad, 0) - .5) * 10 * scale), q = <usize>(min(H - 1, max(0, y + wy)) * s + min(W - 4, max(0, x + wx))) << 2
    R = v128.load(spare + q); const l = R
    const gx = sub(v128.load(spare + (<usize>(y * s + min(W - 4, x + 2)) << 2)), v128.load(spare + (<usize>(y * s + max(0, x - 2)) << 2))), gy = sub(v128.load(spare + (<usize>(min(H - 1, y + 2) * s + x) << 2)), v128.load(spare + (<usize>(max(0, y - 2) * s + x) << 2)))
    const edge = saturate(mul(f32x4.sqrt(mad(gx, gx, mul(gy, gy))), splat(2.4)))
    read(o)
    saturation(splat(1.3))
    // Thin pigment on white paper: never black, light areas run out into the paper.
    const thin = mad(broad, splat(.3), mad(n, splat(.2), splat(.56))), density = mul(thin, mad(edge, splat(.55), mad(sub(fine, splat(.5)), splat(.28), splat(1))))
    const lift = smooth(splat(.72), splat(1.02), l)
    R = sub(splat(1), mul(mul(sub(splat(1), saturate(R)), density), sub(splat(1), mul(lift, splat(.5))))); G = sub(splat(1), mul(mul(sub(splat(1), saturate(G)), density), sub(splat(1), mul(lift, splat(.5))))); B = sub(splat(1), mul(mul(sub(splat(1), saturate(B)), density), sub(splat(1), mul(lift, splat(.5)))))
    R = mul(R, R); G = mul(G, G); B = mul(B, B)
    R = mad(R, splat(.62), mul(f32x4.sqrt(R), splat(.36))); G = mad(G, splat(.62), mul(f32x4.sqrt(G), splat(.36))); B = mad(B, splat(.62), mul(f32x4.sqrt(B), splat(.36)))
    towards(.2, .17, .2, mul(saturate(sub(v128.load(ink + o), splat(.35))), mad(n, splat(.45), splat(.12))))
    times(mad(sub(fine, splat(.5)), splat(.07), splat(1)))
    const dx = lower(fx, sub(splat(<f32>width), fx)), dy = lower(fy, sub(splat(<f32>height), fy)), border = lower(dx, dy), torn = mad(n, splat(34 * scale), mul(fine, splat(9 * scale)))
    const page = smooth(splat(0), splat(5 * scale), sub(border, torn))
    R = mix(mad(fine, splat(.03), splat(.96)), R, page); G = mix(mad(fine, splat(.03), splat(.95)), G, page); B = mix(mad(fine, splat(.03), splat(.915)), B, page)
    write(o)
  }
}
/** Strokes along the contours: noise drawn out by walking across the slope of brightness, lit like thick paint. */
export function oil(scale: f32, light: usize, strokes: usize): void {
  const t: f32 = 1 / (512 * scale), s = W
  for (let i = 0, n = W * H; i < n; i += 4) { const o = <usize>i << 2; v128.store(light + o, luma(v128.load(RED + o), v128.load(GREEN + o), v128.load(BLUE + o))) }
  const d: i32 = max<i32>(2, <i32>(scale * 3))
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2, fx = columns(x), fy = splat(<f32>y)
    const gx = sub(v128.load(light + (<usize>(y * s + min(W - 4, x + d)) << 2)), v128.load(light + (<usize>(y * s + max(0, x - d)) << 2))), gy = sub(v128.load(light + (<usize>(min(H - 1, y + d) * s + x) << 2)), v128.load(light + (<usize>(max(0, y - d) * s + x) << 2)))
    const swirl = sub(cloudy(fx, fy, t * 4.2), splat(.5)), ax = mad(swirl, splat(.05), mul(gy, splat(-1))), ay = mad(swirl, splat(-.03), add(gx, splat(.012))), il = div(splat(2.6 * scale), f32x4.sqrt(mad(ax, ax, mad(ay, ay, splat(1e-9)))))
    let a = splat(0)
    for (let k = -2; k <= 2; k++) { const f = splat(<f32>k); a = add(a, noise(mul(mad(mul(ax, il), f, fx), splat(t * 120)), mul(mad(mul(ay, il), f, fy), splat(t * 120)))) }
    v128.store(strokes + o, mul(a, splat(.2)))
  }
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x += 4) {
    const o = <usize>(y * W + x) << 2, right = <usize>(y * s + min(W - 4, x + 1)) << 2, below = <usize>(min(H - 1, y + 1) * s + x) << 2, h = v128.load(strokes + o)
    const relief = add(sub(h, v128.load(strokes + right)), sub(h, v128.load(strokes + below)))
    read(o)
    saturation(splat(1.28))
    times(mad(sub(h, splat(.5)), splat(.5), mad(relief, splat(1.7), splat(1.02))))
    write(o)
  }
}
/** Squares of `block` pixels in the nearest colour of a palette (`count` × rgb floats), with a little ordered dither. */
export function pixelate(block: i32, palette: usize, count: i32): void {
  for (let by = 0; by < H; by += block) for (let bx = 0; bx < W; bx += block) {
    let r: f32 = 0, g: f32 = 0, b: f32 = 0, n: f32 = 0
    const ye = min(H, by + block), xe = min(W, bx + block)
    for (let y = by; y < ye; y++) for (let x = bx; x < xe; x++) { const o = <usize>(y * W + x) << 2; r += load<f32>(RED + o); g += load<f32>(GREEN + o); b += load<f32>(BLUE + o); n += 1 }
    const cx = bx / block, cy = by / block, rank = ((cx ^ cy) & 1) * 2 + (cy & 1), shift: f32 = (<f32>rank - 1.5) * .012, k: f32 = 1 / n, l: f32 = (r * .3 + g * .59 + b * .11) * k
    r = l + (r * k - l) * 1.3 + shift; g = l + (g * k - l) * 1.3 + shift; b = l + (b * k - l) * 1.3 + shift
    let best: f32 = 1e9, at = palette
    for (let i = 0; i < count; i++) {
      const p = palette + <usize>(i * 12), dr = load<f32>(p) - r, dg = load<f32>(p, 4) - g, db = load<f32>(p, 8) - b, d = dr * dr * .9 + dg * dg * 1.5 + db * db * .7
      if (d < best) { best = d; at = p }
    }
    for (let y = by; y < ye; y++) for (let x = bx; x < xe; x++) { const o = <usize>(y * W + x) << 2; store<f32>(RED + o, load<f32>(at)); store<f32>(GREEN + o, load<f32>(at, 4)); store<f32>(BLUE + o, load<f32>(at, 8)) }
  }
}
