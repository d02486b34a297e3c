/** The sky as a function of direction. */
import { add, sub, mul, div, mad, mix, splat, at, dot, upper, saturate, fade, step } from './math'
import { U } from './target'
import * as L from './layout'

export let SKY_R: v128 = i32x4(0, 0, 0, 0), SKY_G: v128 = i32x4(0, 0, 0, 0), SKY_B: v128 = i32x4(0, 0, 0, 0)
/** How near the sun's direction, 0 … 1, sharpened; fog shines with it too. */
export let SUN_HALO: v128 = i32x4(0, 0, 0, 0)

@inline export function halo(vx: v128, vy: v128, vz: v128): v128 {
  const s = saturate(dot(vx, vy, vz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8)))
  const s2 = mul(s, s), s4 = mul(s2, s2), s8 = mul(s4, s4)
  const s32 = mul(mul(s8, s8), mul(s8, s8))
  return mad(mul(s32, s32), splat(.6), mad(s8, splat(.3), mul(s2, splat(.1))))
}
/** Gradient, halo and the haze that fog leaves before it; without clouds, stars and discs. */
export function skyGradient(vx: v128, vy: v128, vz: v128): void {
  const above = saturate(vy), t = sub(splat(1), above), t2 = mul(t, t), t4 = mul(t2, t2), below = step(0, .12, sub(splat(-.005), vy))
  SUN_HALO = halo(vx, vy, vz)
  const r = mix(mix(at(U, L.U_ZENITH), at(U, L.U_HORIZON), t4), at(U, L.U_GROUND), below)
  const g = mix(mix(at(U, L.U_ZENITH + 4), at(U, L.U_HORIZON + 4), t4), at(U, L.U_GROUND + 4), below)
  const b = mix(mix(at(U, L.U_ZENITH + 8), at(U, L.U_HORIZON + 8), t4), at(U, L.U_GROUND + 8), below)
  SKY_R = mad(SUN_HALO, at(U, L.U_GLOW), r); SKY_G = mad(SUN_HALO, at(U, L.U_GLOW + 4), g); SKY_B = mad(SUN_HALO, at(U, L.U_GLOW + 8), b)
}
/** Fog over an endless way: as far as the falloff leaves any, at most 500 m. */
export function fogTheSky(vy: v128): void {
  const way = div(splat(1), upper(mul(upper(vy, splat(0)), at(U, L.U_FOG_FALLOFF)), splat(1 / 500.0)))
  const f = sub(splat(1), fade(mul(way, at(U, L.U_FOG_DENSITY)))), shine = add(splat(1), SUN_HALO)
  SKY_R = mix(SKY_R, mul(at(U, L.U_FOG), shine), f); SKY_G = mix(SKY_G, mul(at(U, L.U_FOG + 4), shine), f); SKY_B = mix(SKY_B, mul(at(U, L.U_FOG + 8), shine), f)
}
