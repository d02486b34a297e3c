/** A picture of cloud-like noise that repeats seamlessly, baked once: looking it up costs a tenth of computing it. */
import { add, sub, mul, mad, mix, splat, floor4, toInt, wholeInt, hash, lower, upper } from './math'

const SIDE: i32 = 512
let TILE: usize = 0

@inline function repeating(x: v128, y: v128, period: i32): v128 {
  const fx = floor4(x), fy = floor4(y), wrap = i32x4.splat(period - 1), one = i32x4.splat(1), salt = i32x4.splat(period * 131)
  const ix = v128.and(toInt(fx), wrap), iy = v128.and(toInt(fy), wrap), ix1 = v128.and(i32x4.add(ix, one), wrap), iy1 = v128.and(i32x4.add(iy, one), wrap)
  let u = sub(x, fx), v = sub(y, fy)
  u = mul(mul(u, u), sub(splat(3), add(u, u)))
  v = mul(mul(v, v), sub(splat(3), add(v, v)))
  const sy = i32x4.add(iy, salt), sy1 = i32x4.add(iy1, salt)
  return mix(mix(hash(ix, sy), hash(ix1, sy), u), mix(hash(ix, sy1), hash(ix1, sy1), u), v)
}
/** `tile` takes 512 × 512 floats, 0 … 1 around .5. */
export function bakeNoise(tile: usize): void {
  TILE = tile
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x += 4) {
    const u = add(splat(<f32>x / <f32>SIDE), f32x4(0, 1.0 / 512, 2.0 / 512, 3.0 / 512)), v = splat(<f32>y / <f32>SIDE)
    let s = splat(0), a: f32 = .5
    for (let period = 4; period <= 256; period <<= 1) {
      const k = splat(<f32>period)
      s = mad(repeating(mul(u, k), mul(v, k), period), splat(a), s)
      a *= .54
    }
    // The sum of octaves crowds round its middle: stretch it.
    v128.store(tile + (<usize>(y * SIDE + x) << 2), lower(splat(1), upper(splat(0), mad(sub(s, splat(.535)), splat(1.75), splat(.5)))))
  }
}
@inline function lane(ix: i32, iy: i32, tx: f32, ty: f32): f32 {
  const x1 = (ix + 1) & (SIDE - 1), r0 = TILE + (<usize>(iy * SIDE) << 2), r1 = TILE + (<usize>(((iy + 1) & (SIDE - 1)) * SIDE) << 2)
  const a = load<f32>(r0 + (<usize>ix << 2)), b = load<f32>(r0 + (<usize>x1 << 2)), c = load<f32>(r1 + (<usize>ix << 2)), d = load<f32>(r1 + (<usize>x1 << 2))
  const t = a + (b - a) * tx
  return t + (c + (d - c) * tx - t) * ty
}
/** The tile at (u, v), repeating every unit. */
export function tileNoise(u: v128, v: v128): v128 {
  const x = mul(u, splat(512)), y = mul(v, splat(512)), fx = floor4(x), fy = floor4(y), wrap = i32x4.splat(SIDE - 1)
  const ix = v128.and(wholeInt(fx), wrap), iy = v128.and(wholeInt(fy), wrap), tx = sub(x, fx), ty = sub(y, fy)
  return f32x4(
    lane(i32x4.extract_lane(ix, 0), i32x4.extract_lane(iy, 0), f32x4.extract_lane(tx, 0), f32x4.extract_lane(ty, 0)),
    lane(i32x4.extract_lane(ix, 1), i32x4.extract_lane(iy, 1), f32x4.extract_lane(tx, 1), f32x4.extract_lane(ty, 1)),
    lane(i32x4.extract_lane(ix, 2), i32x4.extract_lane(iy, 2), f32x4.extract_lane(tx, 2), f32x4.extract_lane(ty, 2)),
    lane(i32x4.extract_lane(ix, 3), i32x4.extract_lane(iy, 3), f32x4.extract_lane(tx, 3), f32x4.extract_lane(ty, 3)))
}
