/**
 * What surfaces are made of, as noise over the object's own space, so that it moves with the object. One unit is one
 * feature. Every edge and every fine octave fades over the pixel's footprint: hard thresholds flicker.
 */
import { add, sub, mul, div, mad, mix, splat, select, saturate, upper, lower, floor4, fract, toInt, hash, smooth } from './math'
import { noise, slopes, SLOPE_X, SLOPE_Y } from './noise'
import { U } from './target'
import * as L from './layout'

/** Factors of the colour, bend of the normal in object space, light added, factor of the highlight. */
export let P_R: v128 = i32x4(0, 0, 0, 0), P_G: v128 = i32x4(0, 0, 0, 0), P_B: v128 = i32x4(0, 0, 0, 0)
export let P_X: v128 = i32x4(0, 0, 0, 0), P_Y: v128 = i32x4(0, 0, 0, 0), P_Z: v128 = i32x4(0, 0, 0, 0)
export let P_GLINT: v128 = i32x4(0, 0, 0, 0)

let FOOT: v128 = i32x4(0, 0, 0, 0)

/** Noise of a frequency, fading to its mean where a pixel holds more than half a feature. */
function octave(u: v128, v: v128, frequency: f32): v128 {
  const k = saturate(mad(FOOT, splat(-1.6 * frequency), splat(1.5)))
  if (!v128.any_true(f32x4.gt(k, splat(0)))) return splat(.5)
  return mad(sub(noise(mul(u, splat(frequency)), mul(v, splat(frequency))), splat(.5)), k, splat(.5))
}
@inline function blur(): v128 { return upper(FOOT, splat(1e-3)) }
/** 1 within `half` of a whole number (lines of a grid), soft over the footprint, dimmer when thinner than it. */
@inline function line(x: v128, half: f32): v128 {
  const d = f32x4.abs(sub(fract(add(x, splat(.5))), splat(.5))), f = blur(), share = lower(splat(1), div(splat(half * 2), f))
  return mul(saturate(add(splat(.5), div(sub(splat(half), d), f))), upper(share, splat(.3)))
}
@inline function gray(c: v128): void { P_R = c; P_G = c; P_B = c }
@inline function bend(x: v128, y: v128, z: v128): void { P_X = x; P_Y = y; P_Z = z }
@inline function centred(n: v128, k: f32): v128 { return mul(sub(n, splat(.5)), splat(k)) }

/** `x y z` in features, `nx ny nz` the normal, all in object space; `foot` the size of a pixel in features. */
export function pattern(kind: i32, x: v128, y: v128, z: v128, nx: v128, ny: v128, nz: v128, foot: v128): void {
  FOOT = foot
  const none = splat(0)
  gray(splat(1)); bend(none, none, none); P_GLINT = none
  const ax = f32x4.abs(nx), ay = f32x4.abs(ny), az = f32x4.abs(nz), flat = v128.and(f32x4.ge(ay, ax), f32x4.ge(ay, az)), side = v128.andnot(f32x4.gt(ax, az), flat)
  const u = select(z, x, side), v = select(z, y, flat)
  switch (kind) {
    case 1: grain(u, v); break
    case 2: wood(x, select(z, add(y, z), flat)); break
    case 3: planks(select(z, x, side), v); break
    case 4: fabric(u, v); break
    case 5: fur(add(x, mul(z, splat(.7))), y); break
    case 6: rock(add(u, mul(y, splat(.15))), v); break
    case 7: grass(u, v); break
    case 8: bricks(u, v, side, flat); break
    case 9: tiles(u, v); break
    case 10: marble(u, v); break
    case 11: water(x, z); break
    case 12: snow(u, v); break
    case 13: foliage(add(x, mul(z, splat(.6))), add(y, mul(z, splat(.8)))); break
    case 14: sand(x, z); break
    case 15: stripes(u, v); break
    case 16: clay(u, v); break
  }
}
function grain(u: v128, v: v128): void {
  const a = octave(u, v, .23), b = octave(u, v, 1.7), c = octave(add(u, splat(31)), v, 6.3), d = octave(u, add(v, splat(17)), 19)
  gray(mad(a, splat(.3), mad(b, splat(.18), mad(c, splat(.2), mad(d, splat(.24), splat(.54))))))
  bend(add(centred(c, .16), centred(d, .16)), zero(), centred(b, .16))
}
@inline function zero(): v128 { return splat(0) }
function wood(along: v128, across: v128): void {
  const wave = octave(mul(along, splat(.35)), across, .8), ring = octave(mul(along, splat(.06)), mad(wave, splat(.9), across), 5), fine = octave(mul(along, splat(.05)), across, 23)
  gray(mad(ring, splat(.42), mad(fine, splat(.24), mad(wave, splat(.12), splat(.62)))))
  P_B = mul(P_B, mad(ring, splat(.16), splat(.9)))
  bend(zero(), zero(), centred(fine, .12))
}
function planks(along: v128, across: v128): void {
  const row = floor4(across), shift = mul(hash(toInt(row), i32x4.splat(7)), splat(3.7)), s = mad(along, splat(.2), shift), id = hash(toInt(row), toInt(floor4(s)))
  const joint = saturate(add(line(across, .028), line(s, .005)))
  const grainA = octave(mad(id, splat(91), mul(along, splat(.22))), across, 5), grainB = octave(mad(id, splat(37), mul(along, splat(.08))), across, 21)
  const c = mul(mad(joint, splat(-.72), splat(1)), mad(id, splat(.38), mad(grainA, splat(.3), mad(grainB, splat(.2), splat(.5)))))
  P_R = c; P_G = mul(c, mad(id, splat(-.05), splat(1.02))); P_B = mul(c, mad(id, splat(-.16), splat(1.06)))
  bend(zero(), zero(), centred(grainA, .1))
}
function fabric(u: v128, v: v128): void {
  const k = saturate(mad(FOOT, splat(-1.3), splat(1.3))), fu = sub(fract(u), splat(.5)), fv = sub(fract(v), splat(.5))
  const over = f32x4.gt(sub(fract(mul(add(floor4(u), floor4(v)), splat(.5))), splat(.25)), splat(0)), t = select(fu, fv, over)
  const thread = sub(splat(1), mul(mul(t, t), splat(2.6))), n = octave(u, v, 1.3), soft = octave(u, v, .06)
  gray(mul(mad(sub(thread, splat(.78)), mul(k, splat(.55)), splat(1)), mad(n, splat(.14), mad(soft, splat(.22), splat(.83)))))
  bend(mul(mul(fu, k), splat(.3)), mul(mul(fv, k), splat(.3)), centred(n, .1))
}
function fur(u: v128, v: v128): void {
  const a = octave(u, mul(v, splat(.3)), 1), b = octave(add(u, splat(41)), mul(v, splat(.3)), 2.3), low = octave(u, v, .17)
  gray(mad(a, splat(.26), mad(b, splat(.22), mad(low, splat(.2), splat(.66)))))
  bend(centred(a, .34), centred(b, .12), centred(b, .34))
}
function rock(u: v128, v: v128): void {
  const a = octave(u, v, .5), b = octave(add(u, splat(5.2)), v, 1.3), c = octave(u, add(v, splat(9.1)), 3.7), d = octave(u, v, 11)
  const ridge = sub(splat(1), mul(f32x4.abs(sub(b, splat(.5))), splat(9))), crack = mul(saturate(ridge), saturate(mad(FOOT, splat(-2), splat(1.4))))
  gray(mul(mad(crack, splat(-.34), splat(1)), mad(a, splat(.4), mad(b, splat(.24), mad(c, splat(.22), mad(d, splat(.2), splat(.47)))))))
  bend(add(centred(b, .5), centred(c, .34)), centred(a, .2), add(centred(c, .5), centred(d, .3)))
}
function grass(u: v128, v: v128): void {
  const low = octave(u, v, .09), a = octave(u, v, .7), b = octave(add(u, splat(13)), mul(v, splat(.6)), 3.1), c = octave(u, mul(v, splat(.5)), 11)
  const t = mad(a, splat(.5), mul(low, splat(.7))), tone = mad(b, splat(.32), mad(c, splat(.44), mad(low, splat(.3), splat(.42))))
  P_R = mul(tone, mad(t, splat(.55), splat(.68))); P_G = mul(tone, mad(t, splat(.14), splat(.92))); P_B = mul(tone, mad(t, splat(-.5), splat(1.25)))
  bend(centred(b, .4), zero(), centred(c, .4))
}
function bricks(u: v128, v: v128, side: v128, flat: v128): void {
  const rows = mul(v, splat(2.7)), row = floor4(rows), s = add(fract(mul(row, splat(.5))), u), id = hash(toInt(floor4(s)), toInt(row))
  const mortar = saturate(add(line(s, .028), line(rows, .075))), rough = octave(u, v, 4.3), fine = octave(u, v, 17)
  const c = mad(id, splat(.42), mad(rough, splat(.24), mad(fine, splat(.2), splat(.56)))), pale = mad(fine, splat(.3), splat(.95))
  P_R = mix(c, mul(pale, splat(.9)), mul(mortar, splat(.8))); P_G = mix(mul(c, mad(id, splat(-.12), splat(1.04))), mul(pale, splat(1.25)), mul(mortar, splat(.8))); P_B = mix(mul(c, mad(id, splat(-.1), splat(1))), mul(pale, splat(1.4)), mul(mortar, splat(.8)))
  bend(centred(rough, .2), centred(fine, .2), centred(rough, .2))
}
function tiles(u: v128, v: v128): void {
  const joint = saturate(add(line(u, .022), line(v, .022))), id = hash(toInt(floor4(u)), toInt(floor4(v))), n = octave(u, v, 2.1), fine = octave(u, v, 13)
  gray(mul(mad(joint, splat(-.48), splat(1)), mad(id, splat(.16), mad(n, splat(.12), mad(fine, splat(.08), splat(.82))))))
  bend(centred(n, .03), zero(), centred(fine, .03))
}
function marble(u: v128, v: v128): void {
  const a = octave(u, v, .8), b = octave(add(u, splat(7)), v, 2.3), c = octave(u, v, 6.1), wander = add(mad(a, splat(2.2), mul(b, splat(.9))), mad(u, splat(.55), mul(v, splat(.35))))
  const vein = saturate(sub(splat(1), mul(f32x4.abs(sub(fract(wander), splat(.5))), splat(7)))), k = mul(vein, vein)
  const c0 = mad(b, splat(.1), mad(c, splat(.06), splat(.9)))
  P_R = mad(k, splat(-.42), c0); P_G = mad(k, splat(-.4), c0); P_B = mad(k, splat(-.34), c0)
}
function water(x: v128, z: v128): void {
  const t = splat(load<f32>(U, L.U_SECONDS)), k = saturate(mad(FOOT, splat(-.5), splat(1.2)))
  // Two heaps of waves that walk against each other.
  const a = slopes(mad(t, splat(.5), x), mad(t, splat(.22), z)), ax = SLOPE_X, az = SLOPE_Y
  const b = slopes(sub(mul(x, splat(2.3)), mul(t, splat(.7))), mad(t, splat(.6), mul(z, splat(2.7)))), e = splat(.22), gx = mul(mad(SLOPE_X, splat(.8), ax), e), gz = mul(mad(SLOPE_Y, splat(.8), az), e)
  bend(mul(mul(gx, k), splat(-.85)), zero(), mul(mul(gz, k), splat(-.85)))
  gray(mad(a, splat(.16), mad(b, splat(.12), splat(.86))))
}
function snow(u: v128, v: v128): void {
  const a = octave(u, v, .4), b = octave(u, v, 2.3), c = octave(u, v, 9)
  const tone = mad(a, splat(.08), mad(b, splat(.05), mad(c, splat(.06), splat(.9))))
  P_R = mul(tone, splat(.985)); P_G = tone; P_B = mul(tone, splat(1.02))
  const cu = mul(u, splat(37)), cv = mul(v, splat(37)), h = hash(toInt(floor4(cu)), toInt(floor4(cv))), k = saturate(mad(FOOT, splat(-22), splat(1.3)))
  P_GLINT = mul(mul(k, splat(1.1)), v128.and(f32x4.gt(h, splat(.988)), splat(1)))
  bend(add(centred(a, .16), centred(b, .14)), zero(), add(centred(b, .16), centred(c, .12)))
}
function foliage(u: v128, v: v128): void {
  const a = octave(u, v, .35), b = octave(add(u, splat(3)), v, 1.4), c = octave(u, add(v, splat(8)), 4.1)
  const leaf = smooth(splat(.32), splat(.68), mad(b, splat(.55), mul(c, splat(.45)))), tone = mad(leaf, splat(.62), mad(a, splat(.26), splat(.36)))
  P_R = mul(tone, mad(leaf, splat(.3), splat(.84))); P_G = tone; P_B = mul(tone, mad(leaf, splat(-.25), splat(1.08)))
  bend(centred(b, .9), centred(c, .7), centred(add(mul(b, splat(.5)), mul(c, splat(.5))), .9))
}
function sand(x: v128, z: v128): void {
  const low = octave(x, z, .3), warp = octave(x, z, .8), k = saturate(mad(FOOT, splat(-1.4), splat(1.3))), phase = fract(add(x, mad(warp, splat(1.6), mul(z, splat(.25)))))
  const wave = mul(sub(f32x4.abs(sub(phase, splat(.5))), splat(.25)), k), fine = octave(x, z, 17)
  gray(mad(wave, splat(.4), mad(low, splat(.16), mad(fine, splat(.2), splat(.82)))))
  bend(mul(mul(select(splat(1), splat(-1), f32x4.gt(phase, splat(.5))), k), splat(.2)), zero(), centred(fine, .14))
}
function stripes(u: v128, v: v128): void {
  const d = sub(splat(.25), f32x4.abs(sub(fract(u), splat(.5)))), k = saturate(add(splat(.5), div(d, blur())))
  gray(mad(mix(k, splat(.5), saturate(sub(FOOT, splat(.6)))), splat(.5), splat(.5)))
}
/** Dents of a thumb and the fine ridges of its print. */
function clay(u: v128, v: v128): void {
  const a = octave(u, v, 2.3), b = octave(add(u, splat(7)), v, 6.1), ridge = octave(mad(a, splat(.5), u), mul(v, splat(.3)), 46), c = octave(u, add(v, splat(3)), 21)
  gray(mad(b, splat(.12), mad(c, splat(.08), mad(ridge, splat(.05), splat(.9)))))
  bend(add(centred(a, .5), add(centred(b, .36), centred(ridge, .2))), centred(b, .4), add(centred(b, .4), add(centred(c, .2), centred(ridge, .2))))
}
