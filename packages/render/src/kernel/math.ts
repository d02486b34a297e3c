/** Four lanes of arithmetic under short names, and the random numbers that everything procedural is made of. */

@inline export function add(a: v128, b: v128): v128 { return f32x4.add(a, b) }
@inline export function sub(a: v128, b: v128): v128 { return f32x4.sub(a, b) }
@inline export function mul(a: v128, b: v128): v128 { return f32x4.mul(a, b) }
@inline export function div(a: v128, b: v128): v128 { return f32x4.div(a, b) }
/** pmin and pmax compile to one instruction; a NaN in `a` yields `b`. */
@inline export function lower(a: v128, b: v128): v128 { return f32x4.pmin(b, a) }
@inline export function upper(a: v128, b: v128): v128 { return f32x4.pmax(b, a) }
@inline export function splat(a: f32): v128 { return f32x4.splat(a) }
@inline export function at(p: usize, offset: usize): v128 { return v128.load32_splat(p + offset) }
/** a · b + c. */
@inline export function mad(a: v128, b: v128, c: v128): v128 { return f32x4.relaxed_madd(a, b, c) }
@inline export function select(a: v128, b: v128, mask: v128): v128 { return v128.bitselect(a, b, mask) }
@inline export function saturate(a: v128): v128 { return lower(upper(a, splat(0)), splat(1)) }
@inline export function floor4(a: v128): v128 { return f32x4.floor(a) }
@inline export function fract(a: v128): v128 { return sub(a, f32x4.floor(a)) }
@inline export function toInt(a: v128): v128 { return i32x4.trunc_sat_f32x4_s(a) }
/** Of a whole number within ± 4 million: a fifth of what truncation costs. */
@inline export function wholeInt(a: v128): v128 { return i32x4.sub(add(a, splat(12582912)), i32x4.splat(0x4b400000)) }
/** Rounded, 0 … 2^22, with bits of the exponent above that the caller masks away. */
@inline export function roundedBits(a: v128): v128 { return add(a, splat(8388608)) }
@inline export function toFloat(a: v128): v128 { return f32x4.convert_i32x4_s(a) }
@inline export function mix(a: v128, b: v128, t: v128): v128 { return mad(sub(b, a), t, a) }
@inline export function dot(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 {
  return add(add(mul(ax, bx), mul(ay, by)), mul(az, bz))
}
/** 1 / length of a vector, finite for a zero one. */
@inline export function inverseLength(x: v128, y: v128, z: v128): v128 {
  return div(splat(1), f32x4.sqrt(add(dot(x, y, z, x, y, z), splat(1e-12))))
}
@inline export function sum(a: v128): f32 {
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3)
}
@inline export function smooth(from: v128, to: v128, x: v128): v128 {
  const t = saturate(div(sub(x, from), sub(to, from)))
  return mul(mul(t, t), sub(splat(3), add(t, t)))
}
@inline export function step(from: f32, to: f32, x: v128): v128 {
  const t = saturate(mul(sub(x, splat(from)), splat(1 / (to - from))))
  return mul(mul(t, t), sub(splat(3), add(t, t)))
}
/** e^-x within 4e-5 of itself, for |x| ≤ 60: a polynomial of what is left of a whole power of two, which goes to the exponent's bits. */
@inline export function fade(x: v128): v128 {
  // Adding this leaves no bits for fractions, and the whole number in the lowest ones.
  const y = mul(x, splat(-1.44269504)), t = add(y, splat(12582912)), f = sub(y, sub(t, splat(12582912)))
  const p = mad(mad(mad(mad(f, splat(.0096), splat(.0558)), f, splat(.2402265)), f, splat(.6931472)), f, splat(1))
  return i32x4.add(p, i32x4.shl(t, 23))
}
/** Four floats at base + 4 · index. */
@inline export function gather(base: usize, index: v128): v128 {
  let r = v128.load32_zero(base + (<usize>i32x4.extract_lane(index, 0) << 2))
  r = v128.load32_lane(base + (<usize>i32x4.extract_lane(index, 1) << 2), r, 1)
  r = v128.load32_lane(base + (<usize>i32x4.extract_lane(index, 2) << 2), r, 2)
  return v128.load32_lane(base + (<usize>i32x4.extract_lane(index, 3) << 2), r, 3)
}
@inline export function clampInt(a: v128, hi: i32): v128 { return i32x4.min_s(i32x4.max_s(a, i32x4.splat(0)), i32x4.splat(hi)) }

/** 24 random bits from two integers. */
@inline export function bits(x: v128, y: v128): v128 {
  let h = i32x4.add(i32x4.mul(x, i32x4.splat(374761393)), i32x4.mul(y, i32x4.splat(668265263)))
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), i32x4.splat(1274126177))
  return i32x4.shr_u(v128.xor(h, i32x4.shr_u(h, 16)), 8)
}
/** 0 … 1 from two integers. */
@inline export function hash(x: v128, y: v128): v128 { return mul(toFloat(bits(x, y)), splat(1 / 16777216.0)) }
