/**
 * Triangles into the G-buffer. Depth is 1/w (larger is nearer, cleared to 0), so that everything interpolates linearly
 * after division by it. Four lanes are four pixels of a row, or the four samples of one pixel.
 */
import { add, sub, mul, div, mad, splat, at, select, wholeInt } from './math'
import { W, Z, N, C, I, MULTI, LANE_X, LANE_Y } from './target'
import { TEXTURE, sampleTexture, TEXTURE_W, TEXTURE_H } from './texture'

@inline function tenBits(x: v128): v128 { return mad(x, splat(511), splat(8388608 + 512)) }
@inline function blend3(o: usize, a: usize, b: usize, c: usize, wa: v128, wb: v128, wc: v128): v128 {
  return add(add(mul(at(a, o), wa), mul(at(b, o), wb)), mul(at(c, o), wc))
}
/** Four channels of 0 … 255, saturated, side by side in each lane. */
@inline function packed(r: v128, g: v128, b: v128, open: v128): v128 {
  const bytes = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(wholeInt(r), wholeInt(g)), i16x8.narrow_i32x4_s(wholeInt(b), wholeInt(open)))
  return v128.shuffle<i8>(bytes, bytes, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15)
}
/** Ten bits each. The exponents of rounded sums are shifted out, but for the first one's. */
@inline function packedNormal(x: v128, y: v128, z: v128): v128 {
  return i32x4.add(i32x4.sub(tenBits(x), i32x4.splat(0x4b000000)), v128.or(i32x4.shl(tenBits(y), 10), i32x4.shl(tenBits(z), 20)))
}
@inline function sameNormal(a: usize, b: usize): bool { return load<f32>(a, 16) == load<f32>(b, 16) && load<f32>(a, 20) == load<f32>(b, 20) && load<f32>(a, 24) == load<f32>(b, 24) }
let TINT_R: f32 = 1, TINT_G: f32 = 1, TINT_B: f32 = 1
/** Factors of the texture's colour. */
export function tint(r: f32, g: f32, b: f32): void { TINT_R = r; TINT_G = g; TINT_B = b }

/** Where the pixels of a triangle lie that faces the viewer: column 0 … W − 1, rows 0 … H − 1. */
export let LEFT: i32 = 0, TOP: i32 = 0, RIGHT: i32 = 0, BOTTOM: i32 = 0
/** False for a triangle that covers no pixel. `w` and `h` are the last column and row. */
@inline export function cover(a: usize, b: usize, c: usize, w: i32, h: i32): bool {
  const x0 = load<f32>(a), y0 = load<f32>(a, 4), x1 = load<f32>(b), y1 = load<f32>(b, 4), x2 = load<f32>(c), y2 = load<f32>(c, 4)
  if (!((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) > 1e-9)) return false
  const left = min(x0, min(x1, x2)), right = max(x0, max(x1, x2)), top = min(y0, min(y1, y2)), bottom = max(y0, max(y1, y2))
  if (right < 0 || bottom < 0 || left >= <f32>(w + 1) || top >= <f32>(h + 1)) return false
  let bx0 = <i32>max<f32>(left, 0), by0 = <i32>max<f32>(top, 0), bx1 = <i32>min<f32>(right, <f32>w), by1 = <i32>min<f32>(bottom, <f32>h)
  if (!MULTI) { // a box between pixel centres covers none of them
    if (<f32>by1 + .49 > bottom) by1--
    if (<f32>by0 + .51 < top) by0++
    if (<f32>bx0 + .51 < left) bx0++
    if (<f32>bx1 + .49 > right) bx1--
    if (by1 < by0 || bx1 < bx0) return false
    bx0 &= ~3
  }
  LEFT = bx0; TOP = by0; RIGHT = bx1; BOTTOM = by1
  return true
}

/** Draws the pixels of a triangle that lie in the given box, the first column of which is a multiple of 4. */
export function triangle(a: usize, b: usize, c: usize, id: v128, bx0: i32, by0: i32, bx1: i32, by1: i32): void {
  const x0 = load<f32>(a), y0 = load<f32>(a, 4), x1 = load<f32>(b), y1 = load<f32>(b, 4), x2 = load<f32>(c), y2 = load<f32>(c, 4)
  const area: f32 = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  const ia: f32 = 1 / area
  const A0 = (y1 - y2) * ia, B0 = (x2 - x1) * ia, A1 = (y2 - y0) * ia, B1 = (x0 - x2) * ia, A2 = (y0 - y1) * ia, B2 = (x1 - x0) * ia
  const i0 = splat(load<f32>(a, 8)), i1 = splat(load<f32>(b, 8)), i2 = splat(load<f32>(c, 8))
  const fx = add(LANE_X, splat(<f32>bx0))
  const k0 = mul(splat(A0), sub(fx, splat(x1))), k1 = mul(splat(A1), sub(fx, splat(x2))), k2 = mul(splat(A2), sub(fx, splat(x0)))
  const step: i32 = MULTI ? 1 : 4, stepF = <f32>step, shift: usize = MULTI ? 4 : 2
  const d0 = splat(A0 * stepF), d1 = splat(A1 * stepF), d2 = splat(A2 * stepF)
  // Edges lie .01 pixel outside, against cracks between neighbours.
  const g0: f32 = abs(A0) + abs(B0), g1: f32 = abs(A1) + abs(B1), g2: f32 = abs(A2) + abs(B2)
  const t0 = splat(<f32>-.01 * g0), t1 = splat(<f32>-.01 * g1), t2 = splat(<f32>-.01 * g2)
  // Depth is linear on the screen as the edges are, and walks with them.
  const dq = add(add(mul(d0, i0), mul(d1, i1)), mul(d2, i2))
  const wide = bx1 - bx0 > 15
  let r0: f32 = 0, r1: f32 = 0, r2: f32 = 0
  if (wide) {
    if (A0 != 0) r0 = -1 / A0
    if (A1 != 0) r1 = -1 / A1
    if (A2 != 0) r2 = -1 / A2
  }
  // Most triangles have one colour, and those of boxes one normal: pack them once, when the first pixel shows.
  let isSeen = false, isEven = false, isFlat = false, evenColor = splat(0), flatNormal = splat(0)
  for (let y = by0; y <= by1; y++) {
    const fy = add(LANE_Y, splat(<f32>y))
    let e0 = mad(splat(B0), sub(fy, splat(y1)), k0), e1 = mad(splat(B1), sub(fy, splat(y2)), k1), e2 = mad(splat(B2), sub(fy, splat(y0)), k2)
    let x = bx0, xe = bx1
    if (wide) { // bounds of this row; the slack |A| + |B| holds every lane, or slivers leave streaks
      let lo: f32 = 0, hi: f32 = <f32>(bx1 - bx0 + 4)
      const q0 = f32x4.extract_lane(e0, 0) + g0, q1 = f32x4.extract_lane(e1, 0) + g1, q2 = f32x4.extract_lane(e2, 0) + g2
      if (A0 > 0) lo = max(lo, q0 * r0); else if (A0 < 0) hi = min(hi, q0 * r0)
      if (A1 > 0) lo = max(lo, q1 * r1); else if (A1 < 0) hi = min(hi, q1 * r1)
      if (A2 > 0) lo = max(lo, q2 * r2); else if (A2 < 0) hi = min(hi, q2 * r2)
      const skip = max(0, <i32>min<f32>(lo, 1e6) - 5) & ~3
      if (skip > 0) {
        const k = splat(<f32>skip)
        e0 = mad(splat(A0), k, e0); e1 = mad(splat(A1), k, e1); e2 = mad(splat(A2), k, e2); x += skip
      }
      xe = min(bx1, bx0 + <i32>max<f32>(min<f32>(hi, 1e6), -8) + 2)
    }
    let p = (<usize>(y * W + x)) << shift
    let q = add(add(mul(e0, i0), mul(e1, i1)), mul(e2, i2))
    e0 = sub(e0, t0); e1 = sub(e1, t1); e2 = sub(e2, t2)
    for (; x <= xe; x += step, p += 16) {
      const old = v128.load(Z + p)
      // Inside when no edge has its sign set.
      let m = v128.andnot(f32x4.gt(q, old), i32x4.shr_s(v128.or(v128.or(e0, e1), e2), 31))
      if (v128.any_true(m)) {
        if (!isSeen) {
          isSeen = true
          const ca = v128.load(a + 32)
          isEven = v128.all_true<i32>(v128.and(i32x4.eq(ca, v128.load(b + 32)), i32x4.eq(ca, v128.load(c + 32))))
          if (isEven) evenColor = packed(at(a, 32), at(a, 36), at(a, 40), at(a, 44))
          isFlat = sameNormal(a, b) && sameNormal(a, c)
          if (isFlat) flatNormal = packedNormal(at(a, 16), at(a, 20), at(a, 24))
        }
        const iq = div(splat(1), q), wa = mul(mul(add(e0, t0), i0), iq), wb = mul(mul(add(e1, t1), i1), iq), wc = mul(mul(add(e2, t2), i2), iq)
        let color = evenColor
        if (TEXTURE) {
          const u = blend3(12, a, b, c, wa, wb, wc), v = blend3(28, a, b, c, wa, wb, wc)
          const tex = sampleTexture(u, v, m, levelOf(a, b, c, A0, A1, A2, B0, B1, B2, u, v, q))
          m = v128.and(m, i32x4.lt_s(tex, i32x4.splat(0))) // alpha of at least one half
          if (!v128.any_true(m)) { e0 = add(e0, d0); e1 = add(e1, d1); e2 = add(e2, d2); q = add(q, dq); continue }
          const full = i32x4.splat(255), r = mul(f32x4.convert_i32x4_s(v128.and(tex, full)), splat(TINT_R)), g = mul(f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(tex, 8), full)), splat(TINT_G)), bl = mul(f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(tex, 16), full)), splat(TINT_B))
          color = packed(r, g, bl, blend3(44, a, b, c, wa, wb, wc))
        } else if (!isEven) color = packed(blend3(32, a, b, c, wa, wb, wc), blend3(36, a, b, c, wa, wb, wc), blend3(40, a, b, c, wa, wb, wc), blend3(44, a, b, c, wa, wb, wc))
        const normal = isFlat ? flatNormal : packedNormal(blend3(16, a, b, c, wa, wb, wc), blend3(20, a, b, c, wa, wb, wc), blend3(24, a, b, c, wa, wb, wc))
        const N0 = v128.load(N + p), C0 = v128.load(C + p), I0 = v128.load(I + p)
        v128.store(Z + p, select(q, old, m)); v128.store(N + p, select(normal, N0, m)); v128.store(C + p, select(color, C0, m)); v128.store(I + p, select(id, I0, m))
      }
      e0 = add(e0, d0); e1 = add(e1, d1); e2 = add(e2, d2); q = add(q, dq)
    }
  }
}

/** Mip level from the derivatives of u and v at the first lane. */
function levelOf(a: usize, b: usize, c: usize, A0: f32, A1: f32, A2: f32, B0: f32, B1: f32, B2: f32, u4: v128, v4: v128, q4: v128): f32 {
  const ia = load<f32>(a, 8), ib = load<f32>(b, 8), ic = load<f32>(c, 8), u = f32x4.extract_lane(u4, 0), v = f32x4.extract_lane(v4, 0)
  const iq: f32 = 1 / max<f32>(f32x4.extract_lane(q4, 0), 1e-6)
  const wxa = A0 * ia, wxb = A1 * ib, wxc = A2 * ic, wya = B0 * ia, wyb = B1 * ib, wyc = B2 * ic
  const ua = load<f32>(a, 12) - u, ub = load<f32>(b, 12) - u, uc = load<f32>(c, 12) - u
  const va = load<f32>(a, 28) - v, vb = load<f32>(b, 28) - v, vc = load<f32>(c, 28) - v
  const ux = (wxa * ua + wxb * ub + wxc * uc) * iq * TEXTURE_W, uy = (wya * ua + wyb * ub + wyc * uc) * iq * TEXTURE_W
  const vx = (wxa * va + wxb * vb + wxc * vc) * iq * TEXTURE_H, vy = (wya * va + wyb * vb + wyc * vc) * iq * TEXTURE_H
  const rho: f32 = .6 * (ux * ux + uy * uy + vx * vx + vy * vy)
  if (!(rho > 1)) return 0
  return min<f32>(<f32>(reinterpret<i32>(min<f32>(rho, 1e12)) - 0x3f800000) * <f32>(.5 / 8388608.0), 15)
}
