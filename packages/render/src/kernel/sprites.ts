/**
 * Soft quads that face the camera, laid over the light in the order given. Large ones can go to a layer at half
 * resolution, which is then laid over the picture in one go.
 */
import { add, sub, mul, div, mad, mix, splat, upper, saturate } from './math'
import { W, H, Z, HALF_Z, HW, HH, RED, GREEN, BLUE, U } from './target'
import { tileNoise } from './noise'
import { TEXTURE, texelBetween } from './texture'
import * as L from './layout'

const SOFT: i32 = 0, PUFF: i32 = 1, STREAK: i32 = 2, FLAKE: i32 = 3, SPARK: i32 = 4, PICTURE: i32 = 5
const STRIDE: usize = 48

/** Where to draw: size, depth, planes; `T` is the layer's transparency, 0 when drawing straight into the picture. */
let SW: i32 = 0, SH: i32 = 0, SZ: usize = 0, SR: usize = 0, SG: usize = 0, SB: usize = 0, T: usize = 0, SCALE: f32 = 1
let ALPHA: v128 = i32x4(0, 0, 0, 0), CR: v128 = i32x4(0, 0, 0, 0), CG: v128 = i32x4(0, 0, 0, 0), CB: v128 = i32x4(0, 0, 0, 0)

/** Rows of the target that sprites were drawn to. */
let FIRST: i32 = 0, LAST: i32 = 0

/** `layer` 0: the picture; else four planes at half resolution, which are cleared. */
export function spriteTarget(layer: usize): void {
  T = 0; FIRST = 1 << 20; LAST = -1
  if (!layer) { SW = W; SH = H; SZ = Z; SR = RED; SG = GREEN; SB = BLUE; SCALE = 1; return }
  const n = <usize>(HW * HH) << 2
  SW = HW; SH = HH; SZ = HALF_Z; SR = layer; SG = layer + n; SB = SG + n; T = SB + n; SCALE = .5
  memory.fill(layer, 0, n * 3)
  for (let o: usize = 0; o < n; o += 16) v128.store(T + o, splat(1))
}
/** What fog leaves of a sprite at a distance, the camera looking `rise` metres up or down to it. */
function clearness(distance: f32, rise: f32): f32 {
  const drop = rise * load<f32>(U, L.U_FOG_FALLOFF), t = load<f32>(U, L.U_FOG_DENSITY) * distance
  const profile: f32 = abs(drop) < .01 ? 1 : (<f32>1 - Mathf.exp(-min<f32>(40, max<f32>(-40, drop)))) / drop
  return Mathf.exp(-min<f32>(60, t * profile))
}
/**
 * `eye`: position, right, up, forward, focal, centre x, centre y, near (a float each, vectors of three).
 * `sun` 1: the light comes from the sun's direction, else from (lx, ly, lz).
 */
export function drawSprites(shape: i32, adds: bool, count: i32, data: usize, eye: usize, sun: bool, lx: f32, ly: f32, lz: f32): void {
  const ex = load<f32>(eye), ey = load<f32>(eye, 4), ez = load<f32>(eye, 8), focal = load<f32>(eye, 48) * SCALE, near = load<f32>(eye, 60)
  for (let i = 0; i < count; i++, data += STRIDE) {
    const dx = load<f32>(data) - ex, dy = load<f32>(data, 4) - ey, dz = load<f32>(data, 8) - ez
    const depth = dx * load<f32>(eye, 36) + dy * load<f32>(eye, 40) + dz * load<f32>(eye, 44)
    if (!(depth > near)) continue
    const k = focal / depth, x = load<f32>(eye, 52) * SCALE + k * (dx * load<f32>(eye, 12) + dy * load<f32>(eye, 16) + dz * load<f32>(eye, 20)), y = load<f32>(eye, 56) * SCALE - k * (dx * load<f32>(eye, 24) + dy * load<f32>(eye, 28) + dz * load<f32>(eye, 32))
    const size = load<f32>(data, 12)
    let alpha = load<f32>(data, 32), radius = size * k
    if (!(alpha > 0) || !(radius > 0) || !(radius < 1e5)) continue
    if (shape == SOFT || shape == PUFF) alpha *= min<f32>(1, (depth - near) / max<f32>(size, 1e-4)) // no wall of smoke at the lens
    const least: f32 = shape == STREAK ? .45 : .75
    if (radius < least) { const thin = radius / least; alpha *= shape == STREAK ? thin : thin * thin; radius = least }
    let tx: f32 = 0, ty: f32 = 0
    if (shape == STREAK) {
      const qx = dx + load<f32>(data, 36), qy = dy + load<f32>(data, 40), qz = dz + load<f32>(data, 44), qd = qx * load<f32>(eye, 36) + qy * load<f32>(eye, 40) + qz * load<f32>(eye, 44)
      if (!(qd > near)) continue
      const q = focal / qd
      tx = load<f32>(eye, 52) * SCALE + q * (qx * load<f32>(eye, 12) + qy * load<f32>(eye, 16) + qz * load<f32>(eye, 20)) - x
      ty = load<f32>(eye, 56) * SCALE - q * (qx * load<f32>(eye, 24) + qy * load<f32>(eye, 28) + qz * load<f32>(eye, 32)) - y
    }
    const clear = clearness(Mathf.sqrt(dx * dx + dy * dy + dz * dz), dy)
    let r = load<f32>(data, 20), g = load<f32>(data, 24), b = load<f32>(data, 28), fr: f32 = 0, fg: f32 = 0, fb: f32 = 0
    if (adds) alpha *= clear
    else { fr = load<f32>(U, L.U_FOG) * (1 - clear); fg = load<f32>(U, L.U_FOG + 4) * (1 - clear); fb = load<f32>(U, L.U_FOG + 8) * (1 - clear); r *= clear; g *= clear; b *= clear }
    // The light's direction on the screen, x right, y down, z to the eye.
    let wx: f32 = load<f32>(U, L.U_SUN_DIRECTION), wy: f32 = load<f32>(U, L.U_SUN_DIRECTION + 4), wz: f32 = load<f32>(U, L.U_SUN_DIRECTION + 8)
    if (!sun) { wx = lx - load<f32>(data); wy = ly - load<f32>(data, 4); wz = lz - load<f32>(data, 8); const l: f32 = 1 / max<f32>(Mathf.sqrt(wx * wx + wy * wy + wz * wz), 1e-5); wx *= l; wy *= l; wz *= l }
    const sx = wx * load<f32>(eye, 12) + wy * load<f32>(eye, 16) + wz * load<f32>(eye, 20), sy = -(wx * load<f32>(eye, 24) + wy * load<f32>(eye, 28) + wz * load<f32>(eye, 32)), sz = -(wx * load<f32>(eye, 36) + wy * load<f32>(eye, 40) + wz * load<f32>(eye, 44))
    const bx0 = max(0, <i32>Mathf.floor(min<f32>(x, x + tx) - radius)) & ~3, by0 = max(0, <i32>Mathf.floor(min<f32>(y, y + ty) - radius)), bx1 = min<i32>(SW - 1, <i32>min<f32>(1e6, max<f32>(x, x + tx) + radius + 1)), by1 = min<i32>(SH - 1, <i32>min<f32>(1e6, max<f32>(y, y + ty) + radius + 1))
    const angle = load<f32>(data, 16), c = Mathf.cos(angle), s = Mathf.sin(angle), ir: f32 = 1 / radius, fadeMetres = max<f32>(size * .7, .03), back = splat(depth - size * .3), iFade = splat(1 / fadeMetres)
    const length2: f32 = 1 / max<f32>(tx * tx + ty * ty, 1e-6), seed: f32 = <f32>(i & 1023) * .37 + angle
    if (by0 <= by1) { FIRST = min(FIRST, by0); LAST = max(LAST, by1) }
    for (let py = by0; py <= by1; py++) {
      const oy: f32 = <f32>py + .5 - y
      for (let px = bx0; px <= bx1; px += 4) {
        const ox = add(splat(<f32>px + .5 - x), f32x4(0, 1, 2, 3)), o = <usize>(py * SW + px) << 2
        // What lies before a sprite hides it, whatever its shape.
        const shown = saturate(mul(sub(div(splat(1), upper(v128.load(SZ + o), splat(1e-6))), back), iFade))
        if (!v128.any_true(shown)) continue
        CR = splat(r); CG = splat(g); CB = splat(b)
        if (shape == STREAK) {
          const along = saturate(mul(mad(ox, splat(tx), splat(oy * ty)), splat(length2))), qx = sub(ox, mul(along, splat(tx))), qy = sub(splat(oy), mul(along, splat(ty)))
          const rest = saturate(sub(splat(1), mul(mad(qx, qx, mul(qy, qy)), splat(ir * ir))))
          ALPHA = mul(rest, mad(along, splat(-.85), splat(1)))
        } else {
          const u = mul(mad(ox, splat(c), splat(oy * s)), splat(ir)), v = mul(sub(splat(oy * c), mul(ox, splat(s))), splat(ir)), r2 = mad(u, u, mul(v, v)), rest = saturate(sub(splat(1), r2))
          if (shape != PICTURE && !v128.any_true(f32x4.gt(rest, splat(0)))) continue
          if (shape == SOFT) ALPHA = mul(rest, rest)
          else if (shape == PUFF) puff(u, v, rest, seed, c, s, sx, sy, sz)
          else if (shape == FLAKE) ALPHA = saturate(mul(rest, splat(1.7)))
          else if (shape == SPARK) spark(rest)
          else picture(u, v, radius)
        }
        if (!v128.any_true(f32x4.gt(ALPHA, splat(.002)))) continue
        const a = mul(mul(ALPHA, splat(alpha)), shown)
        const R = v128.load(SR + o), G = v128.load(SG + o), B = v128.load(SB + o)
        if (adds) { v128.store(SR + o, mad(CR, a, R)); v128.store(SG + o, mad(CG, a, G)); v128.store(SB + o, mad(CB, a, B)) }
        else {
          const cover = saturate(a)
          v128.store(SR + o, mix(R, add(CR, splat(fr)), cover)); v128.store(SG + o, mix(G, add(CG, splat(fg)), cover)); v128.store(SB + o, mix(B, add(CB, splat(fb)), cover))
          if (T) v128.store(T + o, mul(v128.load(T + o), sub(splat(1), cover)))
        }
      }
    }
  }
}
/** A ball of smoke: noise eats its rim, the side to the light is bright, folds are dark. */
@inline function puff(u: v128, v: v128, rest: v128, seed: f32, c: f32, s: f32, sx: f32, sy: f32, sz: f32): void {
  const n = tileNoise(mad(u, splat(.055), splat(seed * .173)), mad(v, splat(.055), splat(seed * .311))), m = tileNoise(mad(u, splat(.15), splat(seed * .7)), mad(v, splat(.15), splat(seed * .53)))
  const rough = mad(n, splat(.65), mul(m, splat(.35)))
  const body = saturate(mad(sub(rest, mul(rough, splat(.95))), splat(1.9), splat(.42)))
  ALPHA = mul(body, saturate(mul(rest, splat(3))))
  // Back from the sprite's own axes to the screen's.
  const x = sub(mul(u, splat(c)), mul(v, splat(s))), y = mad(u, splat(s), mul(v, splat(c)))
  const facing = mad(x, splat(sx), mad(y, splat(sy), mul(f32x4.sqrt(rest), splat(sz))))
  const light = mul(saturate(mad(facing, splat(.5), splat(.55))), mad(sub(splat(.5), m), splat(.9), mad(sub(splat(.5), n), splat(.6), splat(1)))), k = mad(mul(light, light), splat(1.15), splat(.2))
  CR = mul(CR, k); CG = mul(CG, k); CB = mul(CB, k)
}
/** A hot white heart in coloured light. */
@inline function spark(rest: v128): void {
  const r2 = mul(rest, rest), r4 = mul(r2, r2), r8 = mul(r4, r4), heart = mul(r8, r8)
  ALPHA = mad(r4, splat(.5), heart)
  const white = mul(heart, splat(.6)), peak = upper(CR, upper(CG, CB))
  CR = mix(CR, peak, white); CG = mix(CG, peak, white); CB = mix(CB, peak, white)
}
/** Four texels of four floats. Not an array of the language: those would lie where the renderer's own memory begins. */
const TEXELS = memory.data(64, 16)
@inline function picture(u: v128, v: v128, radius: f32): void {
  const p = TEXELS, span: f32 = <f32>max(load<i32>(TEXTURE), load<i32>(TEXTURE, 4)) / max<f32>(1, radius * 2), lod: f32 = span > 1 ? <f32>(reinterpret<i32>(span) - 0x3f800000) * <f32>(1 / 8388608.0) : 0
  const inside = v128.and(f32x4.le(f32x4.abs(u), splat(1)), f32x4.le(f32x4.abs(v), splat(1))), tu = mad(u, splat(.5), splat(.5)), tv = mad(v, splat(.5), splat(.5))
  ALPHA = splat(0)
  if (!v128.any_true(inside)) return
  v128.store(p, texelBetween(lod, f32x4.extract_lane(tu, 0), f32x4.extract_lane(tv, 0))); v128.store(p + 16, texelBetween(lod, f32x4.extract_lane(tu, 1), f32x4.extract_lane(tv, 1)))
  v128.store(p + 32, texelBetween(lod, f32x4.extract_lane(tu, 2), f32x4.extract_lane(tv, 2))); v128.store(p + 48, texelBetween(lod, f32x4.extract_lane(tu, 3), f32x4.extract_lane(tv, 3)))
  const k: f32 = 1 / 255.0
  const r = mul(f32x4(load<f32>(p), load<f32>(p, 16), load<f32>(p, 32), load<f32>(p, 48)), splat(k)), g = mul(f32x4(load<f32>(p, 4), load<f32>(p, 20), load<f32>(p, 36), load<f32>(p, 52)), splat(k)), b = mul(f32x4(load<f32>(p, 8), load<f32>(p, 24), load<f32>(p, 40), load<f32>(p, 56)), splat(k))
  CR = mul(CR, mul(r, r)); CG = mul(CG, mul(g, g)); CB = mul(CB, mul(b, b))
  ALPHA = v128.and(inside, mul(f32x4(load<f32>(p, 12), load<f32>(p, 28), load<f32>(p, 44), load<f32>(p, 60)), splat(k)))
}
/** Four pixels from a plane at half resolution. */
@inline function doubled(p0: usize, p1: usize, ty: v128, first: bool, last: bool): v128 {
  const v = mix(v128.load(p0 - 4), v128.load(p1 - 4), ty), a = first ? v128.shuffle<i32>(v, v, 1, 1, 1, 2) : v128.shuffle<i32>(v, v, 0, 1, 1, 2), b = last ? v128.shuffle<i32>(v, v, 1, 2, 2, 2) : v128.shuffle<i32>(v, v, 1, 2, 2, 3)
  return mad(sub(b, a), f32x4(.75, .25, .75, .25), a)
}
/** Lays the layer over the picture. */
export function layOver(layer: usize): void {
  const n = <usize>(HW * HH) << 2
  for (let y = max(0, 2 * FIRST - 1), end = min(H, 2 * LAST + 3); y < end; y++) {
    const y0 = max(0, (y - 1) >> 1), y1 = min(HH - 1, y0 + (y > 0 ? 1 : 0)), ty = splat(y & 1 ? <f32>.25 : <f32>.75)
    for (let x = 0; x < W; x += 4) {
      const p0 = layer + (<usize>(y0 * HW + (x >> 1)) << 2), p1 = layer + (<usize>(y1 * HW + (x >> 1)) << 2), first = x == 0, last = x + 4 >= W, o = <usize>(y * W + x) << 2
      const t = doubled(p0 + 3 * n, p1 + 3 * n, ty, first, last)
      v128.store(RED + o, mad(v128.load(RED + o), t, doubled(p0, p1, ty, first, last)))
      v128.store(GREEN + o, mad(v128.load(GREEN + o), t, doubled(p0 + n, p1 + n, ty, first, last)))
      v128.store(BLUE + o, mad(v128.load(BLUE + o), t, doubled(p0 + 2 * n, p1 + 2 * n, ty, first, last)))
    }
  }
}
