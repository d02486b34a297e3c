/** What reaches a surface: hemisphere, sun, point lights, the sky's reflection; and the fog on its way to the eye. */
import { add, sub, mul, div, mad, mix, splat, at, dot, upper, lower, select, saturate, fade } from './math'
import { U, LIGHTS } from './target'
import { halo } from './sky'
import * as L from './layout'

/** Light that the surface's own colour multiplies, and highlights that it does not. */
export let LIGHT_R: v128 = i32x4(0, 0, 0, 0), LIGHT_G: v128 = i32x4(0, 0, 0, 0), LIGHT_B: v128 = i32x4(0, 0, 0, 0)
export let SHINE_R: v128 = i32x4(0, 0, 0, 0), SHINE_G: v128 = i32x4(0, 0, 0, 0), SHINE_B: v128 = i32x4(0, 0, 0, 0)
/** How the sum of LIGHT grows along each axis that the normal turns to, and the sun's part of it. */
export let TURN_X: v128 = i32x4(0, 0, 0, 0), TURN_Y: v128 = i32x4(0, 0, 0, 0), TURN_Z: v128 = i32x4(0, 0, 0, 0), SUNNY: v128 = i32x4(0, 0, 0, 0)
/** Share of fog, and how much brighter than its colour it is. */
export let FOG: v128 = i32x4(0, 0, 0, 0), FOG_GAIN: v128 = i32x4(0, 0, 0, 0)

/** A column of a table with rows of 2^shift bytes, per lane. */
@inline export function column(table: usize, row: v128, shift: i32, offset: usize, same: bool): v128 {
  if (same) return at(table + (<usize>i32x4.extract_lane(row, 0) << shift), offset)
  let r = v128.load32_zero(table + (<usize>i32x4.extract_lane(row, 0) << shift) + offset)
  r = v128.load32_lane(table + (<usize>i32x4.extract_lane(row, 1) << shift) + offset, r, 1)
  r = v128.load32_lane(table + (<usize>i32x4.extract_lane(row, 2) << shift) + offset, r, 2)
  return v128.load32_lane(table + (<usize>i32x4.extract_lane(row, 3) << shift) + offset, r, 3)
}
/**
 * A highlight that costs no power: Schlick's rational lobe, squared to shorten its tail. `along` is the normal times the
 * half vector, which need not have unit length; `sharp` and `gain` are made of the gloss once a pixel.
 */
@inline function lobe(along: v128, hx: v128, hy: v128, hz: v128, sharp: v128, gain: v128): v128 {
  const d = upper(splat(0), along), length = f32x4.sqrt(add(dot(hx, hy, hz, hx, hy, hz), splat(1e-12))), q = div(d, mad(sub(length, d), sharp, d))
  return mul(mul(q, q), gain)
}
/**
 * Into LIGHT and SHINE. Position, unit normal, unit direction from the eye; `open` and `lit` shares of sky and sun; `glint`
 * is what the pattern adds to the highlight; `tile` lists the point lights. With `turning` also how a turn of the normal
 * changes the light, into TURN and SUNNY.
 */
@inline export function illuminate(px: v128, py: v128, pz: v128, nx: v128, ny: v128, nz: v128, vx: v128, vy: v128, vz: v128, open: v128, lit: v128,
  glint: v128, specular: v128, gloss: v128, wrap: v128, rim: v128, tile: usize, turning: bool): void {
  const shiny = v128.any_true(f32x4.gt(specular, splat(.06))), away = dot(nx, ny, nz, vx, vy, vz)
  const unwrap = div(splat(1), add(splat(1), wrap)), up = mad(ny, splat(.5), splat(.5))
  let lr = mul(open, mix(at(U, L.U_AMBIENT_DOWN), at(U, L.U_AMBIENT_UP), up)), lg = mul(open, mix(at(U, L.U_AMBIENT_DOWN + 4), at(U, L.U_AMBIENT_UP + 4), up)), lb = mul(open, mix(at(U, L.U_AMBIENT_DOWN + 8), at(U, L.U_AMBIENT_UP + 8), up))
  let sr = splat(0), sg = splat(0), sb = splat(0)
  const sharp = mul(gloss, splat(.6)), gain = mul(specular, mad(gloss, splat(.03), splat(.5)))
  { // sun
    const along = dot(nx, ny, nz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8))
    const nl = mul(upper(splat(0), mul(add(along, wrap), unwrap)), lit)
    lr = mad(nl, at(U, L.U_SUN), lr); lg = mad(nl, at(U, L.U_SUN + 4), lg); lb = mad(nl, at(U, L.U_SUN + 8), lb)
    if (turning) {
      const steep = v128.and(mul(mul(lit, unwrap), splat(load<f32>(U, L.U_SUN) + load<f32>(U, L.U_SUN + 4) + load<f32>(U, L.U_SUN + 8))), f32x4.gt(nl, splat(0)))
      TURN_X = mul(steep, at(U, L.U_SUN_DIRECTION)); TURN_Y = mul(steep, at(U, L.U_SUN_DIRECTION + 4)); TURN_Z = mul(steep, at(U, L.U_SUN_DIRECTION + 8)); SUNNY = nl
      const sky = load<f32>(U, L.U_AMBIENT_UP) + load<f32>(U, L.U_AMBIENT_UP + 4) + load<f32>(U, L.U_AMBIENT_UP + 8), ground = load<f32>(U, L.U_AMBIENT_DOWN) + load<f32>(U, L.U_AMBIENT_DOWN + 4) + load<f32>(U, L.U_AMBIENT_DOWN + 8)
      TURN_Y = mad(open, splat(.5 * (sky - ground)), TURN_Y)
    }
    let q = mul(glint, nl)
    if (shiny) {
      const hx = sub(at(U, L.U_SUN_DIRECTION), vx), hy = sub(at(U, L.U_SUN_DIRECTION + 4), vy), hz = sub(at(U, L.U_SUN_DIRECTION + 8), vz)
      q = mad(nl, lobe(dot(nx, ny, nz, hx, hy, hz), hx, hy, hz, sharp, gain), q)
    }
    sr = mul(q, at(U, L.U_SUN)); sg = mul(q, at(U, L.U_SUN + 4)); sb = mul(q, at(U, L.U_SUN + 8))
    // Velvet and fur glow at grazing angles, more against the light.
    if (v128.any_true(rim)) {
      const grazing = sub(splat(1), saturate(sub(splat(0), away)))
      const glow = mul(mul(mul(mul(grazing, grazing), grazing), rim), open), against = mul(upper(splat(0), dot(vx, vy, vz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8))), lit)
      sr = mad(glow, mad(against, at(U, L.U_SUN), at(U, L.U_AMBIENT_UP)), sr); sg = mad(glow, mad(against, at(U, L.U_SUN + 4), at(U, L.U_AMBIENT_UP + 4)), sg); sb = mad(glow, mad(against, at(U, L.U_SUN + 8), at(U, L.U_AMBIENT_UP + 8)), sb)
    }
  }
  const count = <i32>load<u8>(tile), shade = mul(mad(open, splat(.7), splat(.3)), unwrap)
  for (let i = 1; i <= count; i++) {
    const l = LIGHTS + (<usize>load<u8>(tile + i) << L.LIGHT_SHIFT)
    const tx = sub(at(l, 0), px), ty = sub(at(l, 4), py), tz = sub(at(l, 8), pz), d2 = dot(tx, ty, tz, tx, ty, tz), share = mul(d2, at(l, 12))
    const f = upper(splat(0), sub(splat(1), share))
    if (!v128.any_true(f32x4.gt(f, splat(0)))) continue
    const length = f32x4.sqrt(add(d2, splat(1e-8))), facing = upper(splat(0), mad(wrap, length, dot(nx, ny, nz, tx, ty, tz)))
    if (!v128.any_true(f32x4.gt(facing, splat(0)))) continue
    // A short bright lobe and a long dim one: 1/d² alone leaves a large set black.
    const short = mad(d2, splat(1.4), splat(.12)), long = mad(share, splat(12), splat(1)), both = mul(short, long), once = div(splat(1), mul(both, length))
    const nl = mul(mul(mul(mul(f, f), mad(short, splat(.25), mul(long, splat(.8)))), mul(facing, once)), shade), level = mul(nl, at(l, 32))
    // Less than a tenth of a step of the darkest byte: a light's last metres.
    if (!v128.any_true(f32x4.gt(level, splat(3e-5)))) continue
    lr = mad(nl, at(l, 16), lr); lg = mad(nl, at(l, 20), lg); lb = mad(nl, at(l, 24), lb)
    if (turning) {
      const steep = mul(div(nl, upper(facing, splat(1e-6))), splat(load<f32>(l, 16) + load<f32>(l, 20) + load<f32>(l, 24)))
      TURN_X = mad(steep, tx, TURN_X); TURN_Y = mad(steep, ty, TURN_Y); TURN_Z = mad(steep, tz, TURN_Z)
    }
    if (!shiny || !v128.any_true(f32x4.gt(mul(level, gain), splat(1e-3)))) continue
    const inverse = mul(once, both), hx = sub(mul(tx, inverse), vx), hy = sub(mul(ty, inverse), vy), hz = sub(mul(tz, inverse), vz)
    const q = mul(nl, lobe(dot(nx, ny, nz, hx, hy, hz), hx, hy, hz, sharp, gain))
    sr = mad(q, at(l, 16), sr); sg = mad(q, at(l, 20), sg); sb = mad(q, at(l, 24), sb)
  }
  if (shiny) { // a plain reflection of the sky's gradient
    const k2 = add(away, away), ey = sub(vy, mul(ny, k2)), t = saturate(mad(ey, splat(2.5), splat(.35))), zen = saturate(ey)
    const grazing = sub(splat(1), saturate(sub(splat(0), away))), g2 = mul(grazing, grazing), fresnel = mul(mul(g2, g2), grazing)
    const q = mul(mul(specular, open), mad(fresnel, splat(.8), splat(.08)))
    sr = mad(q, mix(at(U, L.U_GROUND), mix(at(U, L.U_HORIZON), at(U, L.U_ZENITH), zen), t), sr)
    sg = mad(q, mix(at(U, L.U_GROUND + 4), mix(at(U, L.U_HORIZON + 4), at(U, L.U_ZENITH + 4), zen), t), sg)
    sb = mad(q, mix(at(U, L.U_GROUND + 8), mix(at(U, L.U_HORIZON + 8), at(U, L.U_ZENITH + 8), zen), t), sb)
  }
  LIGHT_R = lr; LIGHT_G = lg; LIGHT_B = lb; SHINE_R = sr; SHINE_G = sg; SHINE_B = sb
}
@inline export function isFoggy(): bool { return load<f32>(U, L.U_FOG_DENSITY) > 0 }
/** Fog along the way, into FOG and FOG_GAIN: the integral of an exponential profile of height, which is even in rooms. `ry` is how far the way rises. */
@inline export function fogAlong(ry: v128, distance: v128, vx: v128, vy: v128, vz: v128): void {
  let profile = splat(1)
  if (load<f32>(U, L.U_FOG_FALLOFF) != 0) {
    const drop = lower(upper(mul(ry, at(U, L.U_FOG_FALLOFF)), splat(-40)), splat(40)), flat = f32x4.lt(f32x4.abs(drop), splat(.01)), safe = select(splat(1), drop, flat)
    profile = select(sub(splat(1), mul(drop, splat(.5))), div(sub(splat(1), fade(safe)), safe), flat)
  }
  FOG = sub(splat(1), fade(lower(mul(mul(distance, at(U, L.U_FOG_DENSITY)), profile), splat(60))))
  FOG_GAIN = add(splat(1), halo(vx, vy, vz))
}
