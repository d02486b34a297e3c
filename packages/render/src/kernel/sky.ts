/** The sky as a function of direction: gradient and halo, stars, nebula, discs, clouds, and the fog in front of all. */
import { add, sub, mul, div, mad, mix, splat, at, dot, upper, saturate, fade, step, smooth, select, floor4, toInt, hash, lower, inverseLength } from './math'
import { U, W, HW, HH, HALF_Z } from './target'
import { ray } from './pixel'
import { noise, noise3, tileNoise } from './noise'
import * as L from './layout'

export let SKY_R: v128 = i32x4(0, 0, 0, 0), SKY_G: v128 = i32x4(0, 0, 0, 0), SKY_B: v128 = i32x4(0, 0, 0, 0)

/** Share of what is behind clouds, ground and fog that shows. */
let CLEAR: v128 = i32x4(0, 0, 0, 0)

/** How near the sun's direction, 0 … 1, sharpened; fog shines with it too. */
@inline export function halo(vx: v128, vy: v128, vz: v128): v128 {
  const s = saturate(dot(vx, vy, vz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8)))
  const s2 = mul(s, s), s4 = mul(s2, s2), s8 = mul(s4, s4), s32 = mul(mul(s8, s8), mul(s8, s8))
  return mad(mul(s32, s32), splat(.6), mad(s8, splat(.3), mul(s2, splat(.1))))
}
@inline function layOver(r: v128, g: v128, b: v128, cover: v128): void {
  SKY_R = mix(SKY_R, r, cover); SKY_G = mix(SKY_G, g, cover); SKY_B = mix(SKY_B, b, cover)
  CLEAR = mul(CLEAR, sub(splat(1), cover))
}
/** Everything in direction v, unit length, into SKY_R, SKY_G, SKY_B. */
export function sky(vx: v128, vy: v128, vz: v128, starry: bool): void {
  const above = saturate(vy), t = sub(splat(1), above), t2 = mul(t, t), t4 = mul(t2, t2), below = step(0, .12, sub(splat(-.005), vy)), shine = halo(vx, vy, vz)
  SKY_R = mad(shine, at(U, L.U_GLOW), mix(at(U, L.U_ZENITH), at(U, L.U_HORIZON), t4))
  SKY_G = mad(shine, at(U, L.U_GLOW + 4), mix(at(U, L.U_ZENITH + 4), at(U, L.U_HORIZON + 4), t4))
  SKY_B = mad(shine, at(U, L.U_GLOW + 8), mix(at(U, L.U_ZENITH + 8), at(U, L.U_HORIZON + 8), t4))
  if (v128.any_true(f32x4.gt(vy, splat(-.02)))) {
    if (load<u32>(U, L.U_FLAGS) & L.FLAG_NEBULA) nebula(vx, vy, vz)
    if (starry && load<f32>(U, L.U_STARS) > 0) stars(vx, vy, vz)
  }
  const discs = load<i32>(U, L.U_DISC_COUNT)
  for (let i = 0; i < discs; i++) disc(U + L.U_DISCS + i * L.DISC_BYTES, vx, vy, vz)
  CLEAR = splat(1)
  if (load<f32>(U, L.U_CLOUD_COVER) > 0 && v128.any_true(f32x4.gt(vy, splat(0)))) clouds(vx, vy, vz, shine)
  layOver(at(U, L.U_GROUND), at(U, L.U_GROUND + 4), at(U, L.U_GROUND + 8), below)
  fog(vy, shine)
}
/** Fog over an endless way: as far as the falloff leaves any, at most 500 m. */
function fog(vy: v128, shine: v128): void {
  const way = div(splat(1), upper(mul(upper(vy, splat(0)), at(U, L.U_FOG_FALLOFF)), splat(1 / 500.0)))
  const f = sub(splat(1), fade(lower(mul(way, at(U, L.U_FOG_DENSITY)), splat(60)))), lit = mad(shine, splat(.6), splat(1))
  layOver(mul(at(U, L.U_FOG), lit), mul(at(U, L.U_FOG + 4), lit), mul(at(U, L.U_FOG + 8), lit), f)
}
/** One cell in four of a cube's faces holds a star, of random place, brightness and warmth. */
function stars(vx: v128, vy: v128, vz: v128): void {
  const ax = f32x4.abs(vx), ay = f32x4.abs(vy), az = f32x4.abs(vz), onX = v128.and(f32x4.ge(ax, ay), f32x4.ge(ax, az)), onY = v128.andnot(f32x4.ge(ay, az), onX)
  const major = select(vx, select(vy, vz, onY), onX), scale = splat(95), im = div(scale, upper(f32x4.abs(major), splat(1e-4)))
  const u = mul(select(vy, vx, onX), im), v = mul(select(vz, select(vz, vy, onY), onX), im)
  const face = add(select(splat(0), select(splat(2), splat(4), onY), onX), v128.and(f32x4.gt(major, splat(0)), splat(1)))
  const cu = floor4(u), cv = floor4(v), a = toInt(mad(face, splat(1000), cu)), b = toInt(cv), h = hash(a, b)
  const seen = f32x4.lt(h, splat(load<f32>(U, L.U_STARS) * .22))
  if (!v128.any_true(seen)) return
  const b7 = i32x4.add(b, i32x4.splat(7777)), b9 = i32x4.add(b, i32x4.splat(99991)), h2 = hash(a, b7), h3 = hash(a, b9)
  const du = sub(sub(u, cu), mad(h2, splat(.7), splat(.15))), dv = sub(sub(v, cv), mad(h3, splat(.7), splat(.15)))
  // At least a pixel wide; what is larger than its true size is as much dimmer.
  const pixel: f32 = 95 / max<f32>(load<f32>(U, L.U_FOCAL), 1), size = max<f32>(.055, pixel * .75), dim: f32 = min<f32>(1, (.055 * .055) / (size * size) + .35)
  const rest = saturate(sub(splat(1), mul(mad(du, du, mul(dv, dv)), splat(1 / (size * size)))))
  const h4 = hash(b, a), bright = mul(mul(mul(h4, h4), mul(mul(h4, h4), mul(h4, h4))), splat(3.2))
  const k = v128.and(seen, mul(mul(mul(rest, rest), add(bright, splat(.1))), splat(dim)))
  SKY_R = mad(k, mad(h2, splat(.5), splat(.7)), SKY_R); SKY_G = mad(k, splat(.92), SKY_G); SKY_B = mad(k, mad(h2, splat(-.4), splat(1.2)), SKY_B)
}
/** A band along a great circle, bright clouds with dark lanes. */
function nebula(vx: v128, vy: v128, vz: v128): void {
  const off = dot(vx, vy, vz, splat(.52), splat(.46), splat(-.72)), band = fade(mul(mul(off, off), splat(9)))
  if (!v128.any_true(f32x4.gt(band, splat(.004)))) return
  const n = noise3(mul(vx, splat(3.1)), mul(vy, splat(3.1)), mul(vz, splat(3.1))), m = noise3(mul(vx, splat(7.7)), mul(vy, splat(7.7)), mul(vz, splat(7.7))), f = noise3(mul(vx, splat(21)), mul(vy, splat(21)), mul(vz, splat(21)))
  const body = mad(n, splat(.6), mad(m, splat(.3), mul(f, splat(.16)))), lane = smooth(splat(.02), splat(.3), add(f32x4.abs(off), mul(sub(m, splat(.5)), splat(.45))))
  const k = mul(mul(band, mul(body, body)), mad(lane, splat(.8), splat(.4))), core = mul(mul(band, band), mul(k, splat(.5)))
  SKY_R = mad(k, at(U, L.U_NEBULA), add(SKY_R, mul(core, splat(.25)))); SKY_G = mad(k, at(U, L.U_NEBULA + 4), add(SKY_G, mul(core, splat(.2)))); SKY_B = mad(k, at(U, L.U_NEBULA + 8), add(SKY_B, mul(core, splat(.22))))
}
/** A sun, moon or planet: a ball lit from its right, with a soft halo. */
function disc(d: usize, vx: v128, vy: v128, vz: v128): void {
  const along = dot(vx, vy, vz, at(d, 0), at(d, 4), at(d, 8)), radius = load<f32>(d, 44), wide = mul(sub(splat(1), along), splat(1 / max<f32>(<f32>1 - load<f32>(d, 12), 1e-9)))
  const near = f32x4.lt(wide, splat(90))
  if (!v128.any_true(near)) return
  const phase = load<f32>(d, 28), ring = div(splat(1), add(splat(1), mul(wide, wide)))
  const glow = mul(mul(saturate(sub(ring, splat(1 / 8100.0))), splat(.14 * phase)), v128.and(near, splat(1)))
  SKY_R = mad(glow, at(d, 48), SKY_R); SKY_G = mad(glow, at(d, 52), SKY_G); SKY_B = mad(glow, at(d, 56), SKY_B)
  if (!v128.any_true(f32x4.lt(wide, splat(1.2)))) return
  const ir = splat(1 / max<f32>(radius, 1e-5)), x = mul(dot(vx, vy, vz, at(d, 16), at(d, 20), at(d, 24)), ir), y = mul(dot(vx, vy, vz, at(d, 32), at(d, 36), at(d, 40)), ir)
  const r2 = mad(x, x, mul(y, y)), cover = v128.and(f32x4.gt(along, splat(0)), saturate(mad(sub(splat(1), f32x4.sqrt(r2)), splat(load<f32>(U, L.U_FOCAL) * radius), splat(.5))))
  const z = f32x4.sqrt(upper(splat(0), sub(splat(1), r2)))
  let surface = splat(1)
  if (load<f32>(d, 60) > 0) {
    const seas = noise(mad(x, splat(1.7), splat(3.1)), mad(y, splat(1.7), splat(8.4))), rough = noise(mad(x, splat(6), splat(1.3)), mad(y, splat(6), splat(5.2))), fine = noise(mad(x, splat(17), splat(11)), mad(y, splat(17), splat(2)))
    surface = sub(mad(rough, splat(.22), mad(fine, splat(.12), splat(.88))), mul(smooth(splat(.42), splat(.66), seas), splat(.34)))
  }
  let light = splat(1)
  if (phase < .995) {
    const angle: f32 = (1 - phase) * Mathf.PI
    light = mad(smooth(splat(-.06), splat(.3), mad(x, splat(Mathf.sin(angle)), mul(z, splat(Mathf.cos(angle))))), splat(.985), splat(.015))
  }
  const k = mul(mul(surface, light), mad(z, splat(.35), splat(.65)))
  layOver(mad(SKY_R, splat(.25), mul(k, at(d, 48))), mad(SKY_G, splat(.25), mul(k, at(d, 52))), mad(SKY_B, splat(.25), mul(k, at(d, 56))), cover)
}
/** One layer on a flat ceiling; thin edges let the sun through, thick middles are shaded on the far side. */
function clouds(vx: v128, vy: v128, vz: v128, shine: v128): void {
  const lift = div(splat(.11), add(upper(vy, splat(0)), splat(.11))), u = mad(vx, lift, mul(at(U, L.U_CLOUD_OFFSET), splat(.1))), v = mad(vz, lift, mul(at(U, L.U_CLOUD_OFFSET + 4), splat(.1)))
  const cover = load<f32>(U, L.U_CLOUD_COVER), c3 = cover * cover * cover, threshold = splat(.6 - cover * .45 - c3 * c3 * .25)
  const base = tileNoise(u, v), fine = tileNoise(mad(u, splat(3.7), splat(.31)), mad(v, splat(3.7), splat(.77)))
  const height = mad(fine, splat(.3), mul(base, splat(.7)))
  const body = smooth(threshold, add(threshold, splat(.17)), height)
  const thin = smooth(splat(0), splat(.075), vy)
  const alpha = mul(body, thin)
  if (!v128.any_true(f32x4.gt(alpha, splat(.002)))) return
  const sx = at(U, L.U_SUN_DIRECTION), sz = at(U, L.U_SUN_DIRECTION + 8), there = tileNoise(mad(sx, splat(.014), u), mad(sz, splat(.014), v))
  const thick = smooth(threshold, add(threshold, splat(.5)), height)
  const lit = mul(saturate(mad(sub(height, there), splat(1.5), mad(sub(splat(1), thick), splat(.75), mul(shine, splat(.6))))), splat(1 - .5 * c3))
  layOver(mix(at(U, L.U_CLOUD_SHADE), at(U, L.U_CLOUD_LIT), lit), mix(at(U, L.U_CLOUD_SHADE + 4), at(U, L.U_CLOUD_LIT + 4), lit), mix(at(U, L.U_CLOUD_SHADE + 8), at(U, L.U_CLOUD_LIT + 8), lit), mul(alpha, splat(.55 + .45 * cover)))
}
/** The sky without stars at half resolution: red, green, blue and CLEAR, which is negative where nothing was drawn. 0: none. */
let SKIES: usize = 0

/** Draws rows y0 … y1 − 1 of the half resolution where the half geometry shows sky. */
export function halfSky(planes: usize, y0: i32, y1: i32): void {
  SKIES = planes
  if (!planes) return
  const n = <usize>(HW * HH) << 2
  for (let y = y0; y < y1; y++) for (let x = 0; x < HW; x += 4) {
    const o = planes + (<usize>(y * HW + x) << 2)
    if (v128.all_true<i32>(f32x4.gt(v128.load(HALF_Z + (o - planes)), splat(0)))) { v128.store(o + 3 * n, splat(-1)); continue }
    const fx = add(splat(<f32>(x * 2 + 1)), f32x4(0, 2, 4, 6)), fy = splat(<f32>(y * 2 + 1)), dx = ray(fx, fy, 0), dy = ray(fx, fy, 4), dz = ray(fx, fy, 8), il = inverseLength(dx, dy, dz)
    const vx = mul(dx, il), vy = mul(dy, il), vz = mul(dz, il)
    if (besideDisc(vx, vy, vz)) { v128.store(o + 3 * n, splat(-1)); continue }
    sky(vx, vy, vz, false)
    v128.store(o, SKY_R); v128.store(o + n, SKY_G); v128.store(o + 2 * n, SKY_B); v128.store(o + 3 * n, CLEAR)
  }
}
@inline function doubled(p0: usize, p1: usize, ty: v128): v128 {
  const v = mix(v128.load(p0), v128.load(p1), ty), a = v128.shuffle<i32>(v, v, 0, 1, 1, 2)
  return mad(sub(v128.shuffle<i32>(v, v, 1, 2, 2, 3), a), f32x4(.75, .25, .75, .25), a)
}
/** The sky of four pixels of a row, of which (x, y) is the first, seen in direction v: from half resolution where that does. */
export function skyOf(x: i32, y: i32, vx: v128, vy: v128, vz: v128): void {
  if (!fromHalf(x, y)) { sky(vx, vy, vz, true); return }
  if (!hasStars() || !v128.any_true(f32x4.gt(vy, splat(-.02)))) return
  const r = SKY_R, g = SKY_G, b = SKY_B, clear = HALF_CLEAR
  SKY_R = splat(0); SKY_G = splat(0); SKY_B = splat(0)
  stars(vx, vy, vz)
  SKY_R = mad(SKY_R, clear, r); SKY_G = mad(SKY_G, clear, g); SKY_B = mad(SKY_B, clear, b)
}
/** The same where nothing else is. */
export function skyAlone(x: i32, y: i32): void {
  if (!hasStars() && fromHalf(x, y)) return
  const fx = add(splat(<f32>x), f32x4(.5, 1.5, 2.5, 3.5)), fy = splat(<f32>y + .5), dx = ray(fx, fy, 0), dy = ray(fx, fy, 4), dz = ray(fx, fy, 8), il = inverseLength(dx, dy, dz)
  skyOf(x, y, mul(dx, il), mul(dy, il), mul(dz, il))
}
@inline function hasStars(): bool { return load<f32>(U, L.U_STARS) > 0 }
let HALF_CLEAR: v128 = i32x4(0, 0, 0, 0)
/** Enlarges the sky of half resolution to four pixels. False where it was not drawn, or would show that it is coarse. */
@inline function fromHalf(x: i32, y: i32): bool {
  if (!SKIES || x == 0 || x + 4 >= W || y == 0) return false
  const y0 = (y - 1) >> 1, y1 = min(HH - 1, y0 + 1), n = <usize>(HW * HH) << 2, p0 = SKIES + (<usize>(y0 * HW + (x >> 1)) << 2) - 4, p1 = SKIES + (<usize>(y1 * HW + (x >> 1)) << 2) - 4
  const c0 = v128.load(p0 + 3 * n), c1 = v128.load(p1 + 3 * n)
  if (v128.any_true(i32x4.shr_s(v128.or(c0, c1), 31))) return false
  const ty = splat(y & 1 ? <f32>.25 : <f32>.75)
  SKY_R = doubled(p0, p1, ty); SKY_G = doubled(p0 + n, p1 + n, ty); SKY_B = doubled(p0 + 2 * n, p1 + 2 * n, ty)
  if (hasStars()) HALF_CLEAR = doubled(p0 + 3 * n, p1 + 3 * n, ty)
  return true
}
/** On a disc or at its bright rim, where half resolution would show. */
function besideDisc(vx: v128, vy: v128, vz: v128): bool {
  const discs = load<i32>(U, L.U_DISC_COUNT)
  for (let i = 0; i < discs; i++) {
    const d = U + L.U_DISCS + i * L.DISC_BYTES
    if (v128.any_true(f32x4.gt(dot(vx, vy, vz, at(d, 0), at(d, 4), at(d, 8)), splat(1 - (1 - load<f32>(d, 12)) * 4)))) return true
  }
  return false
}
