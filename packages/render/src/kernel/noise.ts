/**
 * Noise from pictures that repeat seamlessly, baked once: looking them up costs a fraction of computing them. One load
 * brings the four corners of a cell: a texel of the cloud-like picture holds a byte each, one of the lattice its own
 * value and that of the texel below, where a row ends with its first texel again.
 */
import { add, sub, mul, mad, mix, splat, floor4, gather, toFloat, toInt, wholeInt, hash, lower, upper } from './math'

/** Side of the cloud-like picture, and of the lattice of random numbers behind smooth noise. */
const SIDE: i32 = 512, CELLS: i32 = 128
const SIDE_ROW: i32 = SIDE * 4, CELLS_ROW: i32 = (CELLS + 2) * 8
let TILE: usize = 0, LATTICE: usize = 0

/** Bytes that `bakeNoise` fills. */
export function noiseBytes(): i32 { return SIDE * SIDE_ROW + CELLS * CELLS_ROW }

@inline function repeating(x: v128, y: v128, period: i32): v128 {
  const fx = floor4(x), fy = floor4(y), wrap = i32x4.splat(period - 1), one = i32x4.splat(1), salt = i32x4.splat(period * 131)
  const ix = v128.and(toInt(fx), wrap), iy = v128.and(toInt(fy), wrap), ix1 = v128.and(i32x4.add(ix, one), wrap), iy1 = v128.and(i32x4.add(iy, one), wrap)
  let u = sub(x, fx), v = sub(y, fy)
  u = mul(mul(u, u), sub(splat(3), add(u, u)))
  v = mul(mul(v, v), sub(splat(3), add(v, v)))
  const sy = i32x4.add(iy, salt), sy1 = i32x4.add(iy1, salt)
  return mix(mix(hash(ix, sy), hash(ix1, sy), u), mix(hash(ix, sy1), hash(ix1, sy1), u), v)
}
/** Writes a value as its texel's own, and as a neighbour of the three before it. */
function putByte(x: i32, y: i32, value: f32): void {
  const byte = <u8>(value * 255 + .5), left = (x - 1) & (SIDE - 1), above = (y - 1) & (SIDE - 1)
  store<u8>(TILE + <usize>(y * SIDE_ROW + x * 4), byte); store<u8>(TILE + <usize>(y * SIDE_ROW + left * 4), byte, 1)
  store<u8>(TILE + <usize>(above * SIDE_ROW + x * 4), byte, 2); store<u8>(TILE + <usize>(above * SIDE_ROW + left * 4), byte, 3)
}
/** Writes a random number as its texel's own, and as the lower one of the texel above. */
function putCell(x: i32, y: i32, value: f32): void {
  const own = LATTICE + <usize>(y * CELLS_ROW + x * 8), above = LATTICE + <usize>(((y - 1) & (CELLS - 1)) * CELLS_ROW + x * 8)
  store<f32>(own, value); store<f32>(above, value, 4)
  if (x == 0) { const end = <usize>(CELLS * 8); store<f32>(own + end, value); store<f32>(above + end, value, 4) }
}
export function bakeNoise(base: usize): void {
  TILE = base; LATTICE = base + SIDE * SIDE_ROW
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x += 4) {
    const u = add(splat(<f32>x / <f32>SIDE), f32x4(0, 1.0 / 512, 2.0 / 512, 3.0 / 512)), v = splat(<f32>y / <f32>SIDE)
    let s = splat(0), a: f32 = .5
    for (let period = 4; period <= 256; period <<= 1) {
      const k = splat(<f32>period)
      s = mad(repeating(mul(u, k), mul(v, k), period), splat(a), s)
      a *= .54
    }
    // The sum of octaves crowds round its middle: stretch it.
    const t = lower(splat(1), upper(splat(0), mad(sub(s, splat(.535)), splat(1.75), splat(.5))))
    putByte(x, y, f32x4.extract_lane(t, 0)); putByte(x + 1, y, f32x4.extract_lane(t, 1))
    putByte(x + 2, y, f32x4.extract_lane(t, 2)); putByte(x + 3, y, f32x4.extract_lane(t, 3))
  }
  for (let y = 0; y < CELLS; y++) for (let x = 0; x < CELLS; x++) putCell(x, y, f32x4.extract_lane(hash(i32x4.splat(x), i32x4.splat(y)), 0))
}
let TOP_LEFT: v128 = i32x4(0, 0, 0, 0), TOP_RIGHT: v128 = i32x4(0, 0, 0, 0), LOW_LEFT: v128 = i32x4(0, 0, 0, 0), LOW_RIGHT: v128 = i32x4(0, 0, 0, 0)
/** The corners of the lattice's cells at `offset`. */
@inline function corners(offset: v128): void {
  const base = LATTICE, p = v128.load(base + <usize>i32x4.extract_lane(offset, 0)), q = v128.load(base + <usize>i32x4.extract_lane(offset, 1)), r = v128.load(base + <usize>i32x4.extract_lane(offset, 2)), s = v128.load(base + <usize>i32x4.extract_lane(offset, 3))
  const pq0 = v128.shuffle<i32>(p, q, 0, 4, 1, 5), rs0 = v128.shuffle<i32>(r, s, 0, 4, 1, 5), pq1 = v128.shuffle<i32>(p, q, 2, 6, 3, 7), rs1 = v128.shuffle<i32>(r, s, 2, 6, 3, 7)
  TOP_LEFT = v128.shuffle<i64>(pq0, rs0, 0, 2); TOP_RIGHT = v128.shuffle<i64>(pq1, rs1, 0, 2); LOW_LEFT = v128.shuffle<i64>(pq0, rs0, 1, 3); LOW_RIGHT = v128.shuffle<i64>(pq1, rs1, 1, 3)
}
@inline function cell(fx: v128, fy: v128): v128 {
  const wrap = i32x4.splat(CELLS - 1)
  return i32x4.add(i32x4.mul(v128.and(wholeInt(fy), wrap), i32x4.splat(CELLS_ROW)), i32x4.shl(v128.and(wholeInt(fx), wrap), 3))
}
/** The cloud-like picture at (u, v), repeating every unit. */
export function tileNoise(u: v128, v: v128): v128 {
  const x = mul(u, splat(512)), y = mul(v, splat(512)), fx = floor4(x), fy = floor4(y), tx = sub(x, fx), ty = sub(y, fy), wrap = i32x4.splat(SIDE - 1), full = i32x4.splat(255)
  const texels = gather(TILE, i32x4.add(i32x4.shl(v128.and(wholeInt(fy), wrap), 9), v128.and(wholeInt(fx), wrap)))
  const top = mix(toFloat(v128.and(texels, full)), toFloat(v128.and(i32x4.shr_u(texels, 8), full)), tx), below = mix(toFloat(v128.and(i32x4.shr_u(texels, 16), full)), toFloat(i32x4.shr_u(texels, 24)), tx)
  return mul(mix(top, below, ty), splat(1 / 255.0))
}
@inline function eased(t: v128): v128 { return mul(mul(t, t), sub(splat(3), add(t, t))) }
/** Smooth value noise, 0 … 1, one feature a unit, repeating every 128. */
export function noise(x: v128, y: v128): v128 {
  const fx = floor4(x), fy = floor4(y), u = eased(sub(x, fx))
  corners(cell(fx, fy))
  return mix(mix(TOP_LEFT, TOP_RIGHT, u), mix(LOW_LEFT, LOW_RIGHT, u), eased(sub(y, fy)))
}
/** How steep `slopes` rises along x and y. */
export let SLOPE_X: v128 = i32x4(0, 0, 0, 0), SLOPE_Y: v128 = i32x4(0, 0, 0, 0)
/** The same noise and, for what bends by it, its slope: one look instead of three. */
export function slopes(x: v128, y: v128): v128 {
  const fx = floor4(x), fy = floor4(y), s = sub(x, fx), t = sub(y, fy), u = eased(s), v = eased(t)
  corners(cell(fx, fy))
  const across = sub(TOP_RIGHT, TOP_LEFT), under = sub(LOW_RIGHT, LOW_LEFT), top = mad(across, u, TOP_LEFT), rise = sub(mad(under, u, LOW_LEFT), top)
  SLOPE_X = mul(mix(across, under, v), steepness(s)); SLOPE_Y = mul(rise, steepness(t))
  return mad(rise, v, top)
}
@inline function steepness(t: v128): v128 { return mul(mul(t, splat(6)), sub(splat(1), t)) }
export function noise3(x: v128, y: v128, z: v128): v128 {
  const fz = floor4(z), o = mul(fz, splat(37))
  return mix(noise(add(x, o), add(y, mul(fz, splat(17)))), noise(add(x, add(o, splat(37))), add(y, mul(add(fz, splat(1)), splat(17)))), eased(sub(z, fz)))
}
