/**
 * Even places of a film's frames: where 8 × 2 pixels show one smooth surface, light is worked out once for 2 × 2 of them,
 * while each keeps its own colour, and its own pattern with its bumps.
 */
import { add, sub, mul, mad, splat, at, dot, div, upper, lower, toFloat, inverseLength } from './math'
import { Z, N, C, I, W, HW, U, MATERIALS, INSTANCES, RED, GREEN, BLUE } from './target'
import { pattern, P_R, P_G, P_B, P_X, P_Y, P_Z, P_GLINT } from './pattern'
import { component, isApart, ray } from './pixel'
import { illuminate, isFoggy, fogAlong, LIGHT_R, LIGHT_G, LIGHT_B, SHINE_R, SHINE_G, SHINE_B, TURN_X, TURN_Y, TURN_Z, SUNNY, FOG, FOG_GAIN } from './light'
import * as L from './layout'

/** By how many of 511 steps normals may differ, and by which share depths. */
const BENT: i32 = 56
const DEEP: f32 = .96
/** How much the share of sun may change: more is the edge of a shadow. */
const EDGE: f32 = .12
/** Patterns with stronger highlights live of what each bump mirrors. */
const GLOSSY: f32 = .15

@inline function isBent(n: v128, first: v128): v128 { return v128.or(isApart(n, first, 0, BENT), v128.or(isApart(n, first, 10, BENT), isApart(n, first, 20, BENT))) }
@inline function differs(a: v128, b: v128, c: v128, d: v128, first: v128): bool {
  return v128.any_true(v128.or(v128.or(v128.xor(a, first), v128.xor(b, first)), v128.or(v128.xor(c, first), v128.xor(d, first))))
}
/** True when the 8 × 2 pixels from byte `o` of the planes on belong to one surface of one thing without edges or folds. */
@inline function isEven(o: usize, under: usize): bool {
  const first = v128.load32_splat(I + o)
  if (differs(v128.load(I + o), v128.load(I + o, 16), v128.load(I + under), v128.load(I + under, 16), first)) return false
  const a = v128.load(Z + o), b = v128.load(Z + o, 16), c = v128.load(Z + under), d = v128.load(Z + under, 16)
  const low = lower(lower(a, b), lower(c, d)), high = upper(upper(a, b), upper(c, d))
  const nearest = max(max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)), max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)))
  // Also false where anything is sky.
  if (!v128.all_true<i32>(f32x4.gt(low, splat(nearest * DEEP)))) return false
  const n0 = v128.load32_splat(N + o), na = v128.load(N + o), nb = v128.load(N + o, 16), nc = v128.load(N + under), nd = v128.load(N + under, 16)
  return !differs(na, nb, nc, nd, n0) || !v128.any_true(v128.or(v128.or(isBent(na, n0), isBent(nb, n0)), v128.or(isBent(nc, n0), isBent(nd, n0))))
}
@inline function halved(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 0, 2, 4, 6) }
@inline function channel(c: v128, shift: i32): v128 {
  const x = mul(toFloat(v128.and(i32x4.shr_u(c, shift), i32x4.splat(255))), splat(1 / 255.0))
  return mul(x, x)
}

/**
 * Shades the 8 × 2 pixels from (x, y) on. `open` and `lit` are planes at half resolution, 0: everything is open and lit.
 * @returns False, and nothing is done, where they are not even.
 */
@inline export function evenBlock(x: i32, y: i32, tile: usize, open: usize, lit: usize): bool {
  const o = <usize>(y * W + x) << 2, under = o + (<usize>W << 2)
  if (!isEven(o, under)) return false
  const id = load<u32>(I + o), properties = MATERIALS + (<usize>(id >> 16) << L.MATERIAL_SHIFT), kind = load<i32>(properties, L.M_PATTERN)
  if (kind && load<f32>(properties, L.M_SPECULAR) > GLOSSY) return false
  if (load<f32>(properties, L.M_MIRROR) > 0 && load<u32>(U, L.U_FLAGS) & L.FLAG_MIRROR) return false
  let sky = splat(1), sun = splat(1)
  if (open) {
    const h = <usize>((y >> 1) * HW + (x >> 1)) << 2
    sky = v128.load(open + h); sun = v128.load(lit + h)
    if (v128.any_true(f32x4.gt(f32x4.abs(sub(sun, v128.shuffle<i32>(sun, sun, 1, 2, 3, 0))), splat(EDGE)))) return false
  }
  shadeEven(x, y, o, under, tile, id, properties, kind, sky, sun)
  return true
}
/** What 2 × 2 pixels share, four such quads a row. */
const QUADS = memory.data(13 * 16, 16)
const Q_LIGHT: usize = 0, Q_SHINE: usize = 48, Q_NORMAL: usize = 96, Q_TURN: usize = 144, Q_FOOT: usize = 192
@inline function keep(row: usize, x: v128, y: v128, z: v128): void { v128.store(QUADS + row, x); v128.store(QUADS + row, y, 16); v128.store(QUADS + row, z, 32) }
/** Of a row of quads, the two at `side` (0 or 8), for four pixels. */
@inline function spread(row: usize, side: usize): v128 { const q = v128.load64_zero(QUADS + row + side); return v128.shuffle<i32>(q, q, 0, 0, 1, 1) }

function shadeEven(x: i32, y: i32, o: usize, under: usize, tile: usize, id: u32, properties: usize, kind: i32, sky: v128, sun: v128): void {
  const instance = INSTANCES + (<usize>(id & 0xffff) << L.INSTANCE_SHIFT)
  const fx = add(splat(<f32>x), f32x4(.5, 2.5, 4.5, 6.5)), fy = splat(<f32>y + .5), iz = halved(v128.load(Z + o), v128.load(Z + o, 16)), n = halved(v128.load(N + o), v128.load(N + o, 16))
  const dx = ray(fx, fy, 0), dy = ray(fx, fy, 4), dz = ray(fx, fy, 8), il = inverseLength(dx, dy, dz), vx = mul(dx, il), vy = mul(dy, il), vz = mul(dz, il)
  const z = div(splat(1), iz), rx = mul(dx, z), ry = mul(dy, z), rz = mul(dz, z)
  let nx = component(n, 0), ny = component(n, 10), nz = component(n, 20)
  const inl = inverseLength(nx, ny, nz)
  nx = mul(nx, inl); ny = mul(ny, inl); nz = mul(nz, inl)
  const open = mul(mul(toFloat(i32x4.shr_u(halved(v128.load(C + o), v128.load(C + o, 16)), 24)), splat(1 / 255.0)), sky)
  illuminate(add(rx, at(U, L.U_CAMERA)), add(ry, at(U, L.U_CAMERA + 4)), add(rz, at(U, L.U_CAMERA + 8)), nx, ny, nz, vx, vy, vz, open, sun,
    splat(0), at(properties, L.M_SPECULAR), at(properties, L.M_GLOSS), at(properties, L.M_WRAP), at(properties, L.M_RIM), tile, true)
  const emission = mul(at(properties, L.M_EMISSIVE), at(instance, L.I_EMISSIVE))
  let sunny = SUNNY
  let lr = add(LIGHT_R, emission), lg = add(LIGHT_G, emission), lb = add(LIGHT_B, emission), sr = SHINE_R, sg = SHINE_G, sb = SHINE_B
  const whole = div(splat(1), upper(add(lr, add(lg, lb)), splat(1e-6)))
  if (isFoggy()) {
    fogAlong(ry, div(z, il), vx, vy, vz)
    const clear = sub(splat(1), FOG), fog = mul(FOG, FOG_GAIN)
    lr = mul(lr, clear); lg = mul(lg, clear); lb = mul(lb, clear); sunny = mul(sunny, clear)
    sr = mad(sr, clear, mul(fog, at(U, L.U_FOG))); sg = mad(sg, clear, mul(fog, at(U, L.U_FOG + 4))); sb = mad(sb, clear, mul(fog, at(U, L.U_FOG + 8)))
  }
  keep(Q_LIGHT, lr, lg, lb); keep(Q_SHINE, sr, sg, sb)
  if (!kind) { plain(o, 0); plain(o + 16, 8); plain(under, 0); plain(under + 16, 8); return }
  const x0 = at(instance, 0), x1 = at(instance, 4), x2 = at(instance, 8), y0 = at(instance, 16), y1 = at(instance, 20), y2 = at(instance, 24), z0 = at(instance, 32), z1 = at(instance, 36), z2 = at(instance, 40)
  // Only turns along the surface count.
  const level = dot(nx, ny, nz, TURN_X, TURN_Y, TURN_Z), gx = mul(sub(TURN_X, mul(nx, level)), whole), gy = mul(sub(TURN_Y, mul(ny, level)), whole), gz = mul(sub(TURN_Z, mul(nz, level)), whole)
  keep(Q_NORMAL, dot(nx, ny, nz, x0, x1, x2), dot(nx, ny, nz, y0, y1, y2), dot(nx, ny, nz, z0, z1, z2))
  keep(Q_TURN, dot(gx, gy, gz, x0, x1, x2), dot(gx, gy, gz, y0, y1, y2), dot(gx, gy, gz, z0, z1, z2))
  v128.store(QUADS + Q_FOOT, div(mul(z, mul(at(properties, L.M_SCALE), splat(<f32>1 / load<f32>(U, L.U_FOCAL)))), upper(splat(.2), f32x4.abs(dot(nx, ny, nz, vx, vy, vz)))))
  const a = v128.shuffle<i32>(sunny, sunny, 0, 0, 1, 1), b = v128.shuffle<i32>(sunny, sunny, 2, 2, 3, 3)
  patterned(x, y, o, 0, properties, instance, kind, a); patterned(x + 4, y, o + 16, 8, properties, instance, kind, b)
  patterned(x, y + 1, under, 0, properties, instance, kind, a); patterned(x + 4, y + 1, under + 16, 8, properties, instance, kind, b)
}
/** Colour times light, and shine. */
@inline function plain(o: usize, side: usize): void {
  const c = v128.load(C + o)
  v128.store(RED + o, mad(channel(c, 0), spread(Q_LIGHT, side), spread(Q_SHINE, side)))
  v128.store(GREEN + o, mad(channel(c, 8), spread(Q_LIGHT + 16, side), spread(Q_SHINE + 16, side)))
  v128.store(BLUE + o, mad(channel(c, 16), spread(Q_LIGHT + 32, side), spread(Q_SHINE + 32, side)))
}
/** The same with the pattern's colours, its bumps and its glints. */
function patterned(x: i32, y: i32, o: usize, side: usize, properties: usize, instance: usize, kind: i32, sunny: v128): void {
  const fx = add(splat(<f32>x), f32x4(.5, 1.5, 2.5, 3.5)), fy = splat(<f32>y + .5), z = div(splat(1), v128.load(Z + o)), c = v128.load(C + o), scale = at(properties, L.M_SCALE)
  const px = mad(ray(fx, fy, 0), z, at(U, L.U_CAMERA)), py = mad(ray(fx, fy, 4), z, at(U, L.U_CAMERA + 4)), pz = mad(ray(fx, fy, 8), z, at(U, L.U_CAMERA + 8))
  pattern(kind,
    mul(scale, add(dot(px, py, pz, at(instance, 0), at(instance, 4), at(instance, 8)), at(instance, 12))), mul(scale, add(dot(px, py, pz, at(instance, 16), at(instance, 20), at(instance, 24)), at(instance, 28))), mul(scale, add(dot(px, py, pz, at(instance, 32), at(instance, 36), at(instance, 40)), at(instance, 44))),
    spread(Q_NORMAL, side), spread(Q_NORMAL + 16, side), spread(Q_NORMAL + 32, side), spread(Q_FOOT, side))
  const turn = upper(splat(0), add(splat(1), dot(P_X, P_Y, P_Z, spread(Q_TURN, side), spread(Q_TURN + 16, side), spread(Q_TURN + 32, side)))), glint = mul(P_GLINT, sunny)
  v128.store(RED + o, mad(mul(mul(channel(c, 0), P_R), turn), spread(Q_LIGHT, side), mad(glint, at(U, L.U_SUN), spread(Q_SHINE, side))))
  v128.store(GREEN + o, mad(mul(mul(channel(c, 8), P_G), turn), spread(Q_LIGHT + 16, side), mad(glint, at(U, L.U_SUN + 4), spread(Q_SHINE + 16, side))))
  v128.store(BLUE + o, mad(mul(mul(channel(c, 16), P_B), turn), spread(Q_LIGHT + 32, side), mad(glint, at(U, L.U_SUN + 8), spread(Q_SHINE + 32, side))))
}
