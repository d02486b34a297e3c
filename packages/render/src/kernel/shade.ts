/** Light on the G-buffer: sun, hemisphere, point lights, highlights, emission, fog; sky where nothing was drawn. */
import { add, sub, mul, div, mad, mix, splat, at, dot, select, upper, lower, saturate, toFloat, inverseLength, sum } from './math'
import { W, Z, N, C, I, MULTI, LANE_X, LANE_Y, HALF_Z, HW, HH, U, MATERIALS, INSTANCES, TILES, TW, RED, GREEN, BLUE } from './target'
import { skyAlone, skyOf, SKY_R, SKY_G, SKY_B } from './sky'
import { pattern, P_R, P_G, P_B, P_X, P_Y, P_Z, P_GLINT } from './pattern'
import { reflection, MIRROR_R, MIRROR_G, MIRROR_B } from './mirror'
import { slopes, tileNoise, SLOPE_X, SLOPE_Y } from './noise'
import { component, isApart, ray } from './pixel'
import { column, illuminate, isFoggy, fogAlong, LIGHT_R, LIGHT_G, LIGHT_B, SHINE_R, SHINE_G, SHINE_B, FOG, FOG_GAIN } from './light'
import { evenBlock } from './even'
import * as L from './layout'

let OUT_R: v128 = i32x4(0, 0, 0, 0), OUT_G: v128 = i32x4(0, 0, 0, 0), OUT_B: v128 = i32x4(0, 0, 0, 0)
/** Half-resolution planes of open sky (occlusion) and of sunlight; 0: none, everything is lit. */
let OPEN: usize = 0, LIT: usize = 0
export function masks(open: usize, lit: usize): void { OPEN = open; LIT = lit }

let SHARE: v128 = i32x4(0, 0, 0, 0)
@inline function fresnelOf(nv: v128): v128 { const g = sub(splat(1), nv), g2 = mul(g, g); return mad(mul(g2, g), splat(.72), splat(.28)) }
/** The mirror plane's picture, shaken by ripples; on rough ground puddles are sharp and the rest is smeared. */
function wet(fx: v128, fy: v128, px: v128, pz: v128, nx: v128, nz: v128, iz: v128, share: v128, fresnel: v128): void {
  const ripple = load<f32>(U, L.U_MIRROR_RIPPLE), rough = load<f32>(U, L.U_MIRROR_ROUGHNESS), t = splat(load<f32>(U, L.U_MIRROR_SECONDS))
  // The grain of rough ground blurs, which the smear is for; only smooth water bends what it mirrors.
  const grain = splat(.5 - .38 * min<f32>(1, rough * 1.8))
  let sx = mul(nx, grain), sz = mul(nz, grain)
  if (ripple > 0) {
    const drift = mul(t, splat(.13)), long = slopes(mad(px, splat(.45), drift), mad(pz, splat(.45), mul(drift, splat(.6)))), lx = SLOPE_X, lz = SLOPE_Y
    slopes(sub(mul(px, splat(1.25)), drift), sub(mul(pz, splat(1.25)), mul(drift, splat(.8))))
    const k = splat(ripple * .34 * (1 - .55 * rough)), tilt = mul(sub(long, splat(.5)), splat(.05))
    sx = mad(mad(mad(SLOPE_X, splat(.8), lx), splat(.054), tilt), k, sx)
    sz = mad(sub(mul(mad(SLOPE_Y, splat(.8), lz), splat(.054)), tilt), k, sz)
  }
  // A slope turns the reflected ray by twice its angle; less of it shows at grazing angles far away.
  const reach = mul(splat(load<f32>(U, L.U_FOCAL) * .55), lower(splat(1), mul(iz, splat(6))))
  const along = add(mul(sx, at(U, L.U_RAY_X)), mul(sz, at(U, L.U_RAY_X + 8))), dx = mul(mul(along, splat(load<f32>(U, L.U_FOCAL))), reach), dy = mul(mul(f32x4.abs(add(sx, sz)), splat(.9)), reach)
  let sharp = splat(<f32>1 - min<f32>(1, rough * 1.7)), k = mul(share, fresnel)
  if (rough > .15) {
    const puddle = smoothPuddle(tileNoise(mul(px, splat(.027)), mul(pz, splat(.027))))
    sharp = lower(splat(1), mad(puddle, splat(.75), sharp)); k = mul(k, mad(puddle, splat(.75), splat(.8)))
  }
  reflection(add(fx, dx), add(fy, dy), sharp)
  SHARE = saturate(k)
}
@inline function smoothPuddle(n: v128): v128 { const t = saturate(mul(sub(n, splat(.5)), splat(7))); return mul(mul(t, t), sub(splat(3), add(t, t))) }

function surface(fx: v128, fy: v128, iz: v128, normal: v128, color: v128, id: v128, open: v128, lit: v128, tile: usize): void {
  const dx = ray(fx, fy, 0), dy = ray(fx, fy, 4), dz = ray(fx, fy, 8)
  const il = inverseLength(dx, dy, dz), vx = mul(dx, il), vy = mul(dy, il), vz = mul(dz, il)
  const hit = f32x4.gt(iz, splat(0)), all = v128.all_true<i32>(hit)
  if (!all) skyOf(<i32>f32x4.extract_lane(fx, 0), <i32>f32x4.extract_lane(fy, 0), vx, vy, vz)
  if (!v128.any_true(hit)) { OUT_R = SKY_R; OUT_G = SKY_G; OUT_B = SKY_B; return }
  const z = div(splat(1), upper(iz, splat(1e-5))), rx = mul(dx, z), ry = mul(dy, z), rz = mul(dz, z), distance = div(z, il)
  const px = add(rx, at(U, L.U_CAMERA)), py = add(ry, at(U, L.U_CAMERA + 4)), pz = add(rz, at(U, L.U_CAMERA + 8))
  let nx = component(normal, 0), ny = component(normal, 10), nz = component(normal, 20)
  const full = i32x4.splat(255), k = splat(1 / 255.0)
  let r = mul(toFloat(v128.and(color, full)), k), g = mul(toFloat(v128.and(i32x4.shr_u(color, 8), full)), k), b = mul(toFloat(v128.and(i32x4.shr_u(color, 16), full)), k)
  r = mul(r, r); g = mul(g, g); b = mul(b, b)
  const same = v128.all_true<i32>(i32x4.eq(id, i32x4.splat(i32x4.extract_lane(id, 0))))
  const material = i32x4.shr_u(id, 16), instance = v128.and(id, i32x4.splat(0xffff))
  // Lanes of the sky have material 0 like any other; what they come to is thrown away.
  const alike = v128.all_true<i32>(i32x4.eq(material, i32x4.splat(i32x4.extract_lane(material, 0))))
  let glint = splat(0)
  const patterned = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_PATTERN, alike)
  if (v128.any_true(patterned)) {
    const slant = upper(splat(.2), f32x4.abs(dot(nx, ny, nz, vx, vy, vz))), pixel = div(mul(z, splat(<f32>1 / load<f32>(U, L.U_FOCAL))), slant)
    for (let lane = 0; lane < 4; lane++) {
      const own = lane == 0 ? i32x4.extract_lane(id, 0) : lane == 1 ? i32x4.extract_lane(id, 1) : lane == 2 ? i32x4.extract_lane(id, 2) : i32x4.extract_lane(id, 3), made = <u32>own >> 16
      // Lanes of one material go together, each in the space of its own instance.
      if (lane > 0 && (made == <u32>i32x4.extract_lane(id, 0) >> 16 || (lane > 1 && made == <u32>i32x4.extract_lane(id, 1) >> 16) || (lane > 2 && made == <u32>i32x4.extract_lane(id, 2) >> 16))) continue
      const properties = MATERIALS + (<usize>made << L.MATERIAL_SHIFT), kind = load<i32>(properties, L.M_PATTERN)
      if (!kind) { if (alike) break; continue }
      const m = i32x4.eq(material, i32x4.splat(made)), scale = at(properties, L.M_SCALE)
      const x0 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 0, same), x1 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 4, same), x2 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 8, same)
      const y0 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 16, same), y1 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 20, same), y2 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 24, same)
      const z0 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 32, same), z1 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 36, same), z2 = column(INSTANCES, instance, L.INSTANCE_SHIFT, 40, same)
      pattern(kind,
        mul(scale, add(dot(px, py, pz, x0, x1, x2), column(INSTANCES, instance, L.INSTANCE_SHIFT, 12, same))), mul(scale, add(dot(px, py, pz, y0, y1, y2), column(INSTANCES, instance, L.INSTANCE_SHIFT, 28, same))), mul(scale, add(dot(px, py, pz, z0, z1, z2), column(INSTANCES, instance, L.INSTANCE_SHIFT, 44, same))),
        dot(nx, ny, nz, x0, x1, x2), dot(nx, ny, nz, y0, y1, y2), dot(nx, ny, nz, z0, z1, z2), mul(pixel, scale))
      r = select(mul(r, P_R), r, m); g = select(mul(g, P_G), g, m); b = select(mul(b, P_B), b, m)
      nx = select(add(nx, dot(P_X, P_Y, P_Z, x0, y0, z0)), nx, m); ny = select(add(ny, dot(P_X, P_Y, P_Z, x1, y1, z1)), ny, m); nz = select(add(nz, dot(P_X, P_Y, P_Z, x2, y2, z2)), nz, m)
      glint = select(P_GLINT, glint, m)
      if (alike) break
    }
  }
  const inl = inverseLength(nx, ny, nz)
  nx = mul(nx, inl); ny = mul(ny, inl); nz = mul(nz, inl)
  const specular = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_SPECULAR, alike), gloss = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_GLOSS, alike)
  const wrap = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_WRAP, alike), rim = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_RIM, alike)
  const emission = mul(column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_EMISSIVE, alike), column(INSTANCES, instance, L.INSTANCE_SHIFT, L.I_EMISSIVE, same))
  illuminate(px, py, pz, nx, ny, nz, vx, vy, vz, mul(mul(toFloat(i32x4.shr_u(color, 24)), k), open), lit, glint, specular, gloss, wrap, rim, tile, false)
  let R = mad(r, add(LIGHT_R, emission), SHINE_R), G = mad(g, add(LIGHT_G, emission), SHINE_G), B = mad(b, add(LIGHT_B, emission), SHINE_B)
  if (isFoggy()) {
    fogAlong(ry, distance, vx, vy, vz)
    R = mix(R, mul(at(U, L.U_FOG), FOG_GAIN), FOG); G = mix(G, mul(at(U, L.U_FOG + 4), FOG_GAIN), FOG); B = mix(B, mul(at(U, L.U_FOG + 8), FOG_GAIN), FOG)
  }
  if (load<u32>(U, L.U_FLAGS) & L.FLAG_MIRROR) {
    const wanted = column(MATERIALS, material, L.MATERIAL_SHIFT, L.M_MIRROR, alike), level = f32x4.lt(f32x4.abs(sub(py, at(U, L.U_MIRROR_HEIGHT))), splat(.35))
    const share = v128.and(v128.and(level, f32x4.gt(ny, splat(.4))), wanted)
    if (v128.any_true(f32x4.gt(share, splat(.004)))) {
      wet(fx, fy, px, pz, nx, nz, iz, share, fresnelOf(saturate(sub(splat(0), dot(nx, ny, nz, vx, vy, vz)))))
      R = mix(R, mul(MIRROR_R, at(U, L.U_MIRROR_TINT)), SHARE); G = mix(G, mul(MIRROR_G, at(U, L.U_MIRROR_TINT + 4)), SHARE); B = mix(B, mul(MIRROR_B, at(U, L.U_MIRROR_TINT + 8)), SHARE)
    }
  }
  if (all) { OUT_R = R; OUT_G = G; OUT_B = B }
  else { OUT_R = select(R, SKY_R, hit); OUT_G = select(G, SKY_G, hit); OUT_B = select(B, SKY_B, hit) }
}
/** How far a half-resolution sample is from the pixel's own depth; its weight is one over that. */
@inline function apart(h: v128, z: v128): v128 { return mad(f32x4.abs(sub(h, z)), splat(400), mad(z, splat(2), splat(1e-4))) }
@inline function weigh(p: usize, o0: usize, o1: usize, w00: v128, w01: v128, w10: v128, w11: v128, iw: v128): v128 {
  const a = v128.load(p + o0), b = v128.load(p + o1)
  return mul(iw, add(add(mul(w00, v128.shuffle<i32>(a, a, 0, 0, 1, 1)), mul(w01, v128.shuffle<i32>(a, a, 0, 1, 1, 2))), add(mul(w10, v128.shuffle<i32>(b, b, 0, 0, 1, 1)), mul(w11, v128.shuffle<i32>(b, b, 0, 1, 1, 2)))))
}
@inline function firsts(p: usize): v128 {
  return v128.load32_lane(p + 48, v128.load32_lane(p + 32, v128.load32_lane(p + 16, v128.load32_zero(p), 1), 2), 3)
}
/** By how many of 511 steps the normals of one pixel's samples may differ. */
const BENT: i32 = 150
/** Do the four samples of a pixel differ enough to be shaded one by one? */
@inline function isEdge(q: usize): bool {
  const z = v128.load(Z + q), z0 = at(Z + q, 0), n = v128.load(N + q), n0 = at(N + q, 0)
  // Where the sky is, normal and colour are what an earlier frame left.
  const bent = v128.and(f32x4.gt(z, splat(0)), v128.or(colorEdge(q), v128.or(isApart(n, n0, 0, BENT), v128.or(isApart(n, n0, 10, BENT), isApart(n, n0, 20, BENT)))))
  const split = v128.or(f32x4.gt(f32x4.abs(sub(z, z0)), mul(z0, splat(.03))), i32x4.ne(v128.load(I + q), at(I + q, 0)))
  return v128.any_true(v128.or(bent, split))
}
/** Printed signs have edges inside one surface. */
@inline function colorEdge(q: usize): v128 {
  const c = v128.load(C + q), c0 = at(C + q, 0), d = v128.or(i8x16.sub_sat_u(c, c0), i8x16.sub_sat_u(c0, c))
  return i32x4.ne(v128.and(d, i32x4.splat(0x00c0c0c0)), i32x4.splat(0))
}
/** Shades rows y0 … y1 (exclusive) into the colour planes. */
export function shade(y0: i32, y1: i32): void {
  for (let y = y0; y < y1; y++) {
    if (MULTI || y & 1 || y + 1 == y1) { shadeRow(y, 0, W); continue }
    for (let x = 0; x < W; x += 8) {
      if (isBare(x, y)) { bare(x, y); bare(x + 4, y); bare(x, y + 1); bare(x + 4, y + 1) }
      else if (!evenBlock(x, y, tileAt(x, y), OPEN, LIT)) { shadeRow(y, x, x + 8); shadeRow(y + 1, x, x + 8) }
    }
    y++
  }
}
/** Nothing but sky in 8 × 2 pixels? */
@inline function isBare(x: i32, y: i32): bool {
  const o = Z + (<usize>(y * W + x) << 2), under = o + (<usize>W << 2)
  return !v128.any_true(v128.or(v128.or(v128.load(o), v128.load(o, 16)), v128.or(v128.load(under), v128.load(under, 16))))
}
@inline function bare(x: i32, y: i32): void {
  const o = <usize>(y * W + x) << 2
  skyAlone(x, y)
  v128.store(RED + o, SKY_R); v128.store(GREEN + o, SKY_G); v128.store(BLUE + o, SKY_B)
}
@inline function tileAt(x: i32, y: i32): usize { return TILES + (<usize>((y >> 4) * TW + (x >> 4)) << L.TILE_SHIFT) }
/** Columns x0 … x1 − 1 of a row, four pixels at a time, or four samples of a pixel. */
function shadeRow(y: i32, x0: i32, x1: i32): void {
  const hy = y >> 1, hy1 = min(HH - 1, hy + (y & 1))
  for (let x = x0; x < x1; x += 4) {
    const tile = tileAt(x, y), o = <usize>(y * W + x) << 2
    const o0 = <usize>(hy * HW + (x >> 1)) << 2, o1 = <usize>(hy1 * HW + (x >> 1)) << 2
    let iz: v128, n: v128, c: v128, id: v128, edges = 0
    if (!MULTI) { iz = v128.load(Z + o); n = v128.load(N + o); c = v128.load(C + o); id = v128.load(I + o) }
    else {
      const q = o << 2
      for (let k = 0; k < 4; k++) if (isEdge(q + (<usize>k << 4))) edges |= 1 << k
      iz = firsts(Z + q); n = firsts(N + q); c = firsts(C + q); id = firsts(I + q)
    }
    if (edges != 15) {
      let open = splat(1), lit = splat(1)
      if (OPEN && v128.any_true(f32x4.gt(iz, splat(0)))) {
        const a = v128.load(HALF_Z + o0), b = v128.load(HALF_Z + o1)
        const d00 = apart(v128.shuffle<i32>(a, a, 0, 0, 1, 1), iz), d01 = apart(v128.shuffle<i32>(a, a, 0, 1, 1, 2), iz), d10 = apart(v128.shuffle<i32>(b, b, 0, 0, 1, 1), iz), d11 = apart(v128.shuffle<i32>(b, b, 0, 1, 1, 2), iz)
        // Products of the other three stand for the inverses.
        const above = mul(d00, d01), below = mul(d10, d11), w00 = mul(d01, below), w01 = mul(d00, below), w10 = mul(above, d11), w11 = mul(above, d10)
        const iw = div(splat(1), add(add(w00, w01), add(w10, w11)))
        open = weigh(OPEN, o0, o1, w00, w01, w10, w11, iw); lit = weigh(LIT, o0, o1, w00, w01, w10, w11, iw)
      }
      surface(add(splat(<f32>x), MULTI ? f32x4(.5, 1.5, 2.5, 3.5) : LANE_X), splat(<f32>y + .5), iz, n, c, id, open, lit, tile)
      v128.store(RED + o, OUT_R); v128.store(GREEN + o, OUT_G); v128.store(BLUE + o, OUT_B)
    }
    if (edges) for (let k = 0; k < 4; k++) if (edges & (1 << k)) edgePixel(x + k, y, hy, hy1, tile)
  }
}
/** Four samples of one pixel, resolved with weights that keep a lamp's rim from staying jagged. */
function edgePixel(x: i32, y: i32, hy: i32, hy1: i32, tile: usize): void {
  const o = <usize>(y * W + x) << 2, q = o << 2, iz = v128.load(Z + q)
  let open = splat(1), lit = splat(1)
  if (OPEN) {
    const h0 = <usize>(hy * HW + (x >> 1)) << 2, h1 = <usize>(hy1 * HW + (x >> 1)) << 2, e: usize = (x & 1) << 2
    const d00 = apart(at(HALF_Z + h0, 0), iz), d01 = apart(at(HALF_Z + h0 + e, 0), iz), d10 = apart(at(HALF_Z + h1, 0), iz), d11 = apart(at(HALF_Z + h1 + e, 0), iz)
    const above = mul(d00, d01), below = mul(d10, d11), w00 = mul(d01, below), w01 = mul(d00, below), w10 = mul(above, d11), w11 = mul(above, d10)
    const iw = div(splat(1), add(add(w00, w01), add(w10, w11)))
    open = mul(iw, add(add(mul(w00, at(OPEN + h0, 0)), mul(w01, at(OPEN + h0 + e, 0))), add(mul(w10, at(OPEN + h1, 0)), mul(w11, at(OPEN + h1 + e, 0)))))
    lit = mul(iw, add(add(mul(w00, at(LIT + h0, 0)), mul(w01, at(LIT + h0 + e, 0))), add(mul(w10, at(LIT + h1, 0)), mul(w11, at(LIT + h1 + e, 0)))))
  }
  surface(add(splat(<f32>x), LANE_X), add(splat(<f32>y), LANE_Y), iz, v128.load(N + q), v128.load(C + q), v128.load(I + q), open, lit, tile)
  const w = div(splat(1), add(splat(1), upper(OUT_R, upper(OUT_G, OUT_B)))), inverse: f32 = 1 / sum(w)
  store<f32>(RED + o, sum(mul(OUT_R, w)) * inverse); store<f32>(GREEN + o, sum(mul(OUT_G, w)) * inverse); store<f32>(BLUE + o, sum(mul(OUT_B, w)) * inverse)
}
