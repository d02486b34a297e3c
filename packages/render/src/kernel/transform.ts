/** Vertices to the screen. */
import { add, at, mad, mul, splat, lower, toFloat } from './math'
import { VERTEX_BYTES, OUT_BYTES } from './layout'

/**
 * `block` holds the matrix to pixels (16 floats), the three columns of the normal matrix and the tint's square root.
 * A vertex nearer than `near` keeps its clip coordinates and (w − near) ≤ 0 in place of 1/w.
 */
export function transform(count: i32, source: usize, out: usize, block: usize, near: f32): void {
  const m0 = v128.load(block), m1 = v128.load(block, 16), m2 = v128.load(block, 32), m3 = v128.load(block, 48)
  const n0 = v128.load(block, 64), n1 = v128.load(block, 80), n2 = v128.load(block, 96), tint = v128.load(block, 112)
  const full = splat(255)
  for (let i = 0; i < count; i++) {
    const clip = add(add(mul(m0, at(source, 0)), mul(m1, at(source, 4))), mad(m2, at(source, 8), m3))
    const w = f32x4.extract_lane(clip, 3)
    if (w > near) {
      const inverse: f32 = 1 / w
      v128.store(out, f32x4.replace_lane(mul(clip, splat(inverse)), 2, inverse))
    } else v128.store(out, f32x4.replace_lane(clip, 2, w - near))
    store<f32>(out, load<f32>(source, 28), 12)
    const n = add(add(mul(n0, at(source, 12)), mul(n1, at(source, 16))), mul(n2, at(source, 20))), n2v = mul(n, n)
    const length = Mathf.sqrt(f32x4.extract_lane(n2v, 0) + f32x4.extract_lane(n2v, 1) + f32x4.extract_lane(n2v, 2)) + <f32>1e-12
    v128.store(out + 16, mul(n, splat(1 / length)))
    store<f32>(out, load<f32>(source, 32), 28)
    const color = toFloat(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(source + 24))))
    v128.store(out + 32, lower(mul(color, tint), full))
    source += VERTEX_BYTES; out += OUT_BYTES
  }
}
/** World heights, by the second row of the matrix to the world. */
export function transformHeights(count: i32, source: usize, out: usize, x: f32, y: f32, z: f32, offset: f32): void {
  for (let i = 0; i < count; i++, source += VERTEX_BYTES, out += 4) store<f32>(out, load<f32>(source) * x + load<f32>(source, 4) * y + load<f32>(source, 8) * z + offset)
}
/** For shadows: matrix to texels of the map; the third coordinate is metres towards the light. */
export function transformDepth(count: i32, source: usize, out: usize, matrix: usize): void {
  const m0 = v128.load(matrix), m1 = v128.load(matrix, 16), m2 = v128.load(matrix, 32), m3 = v128.load(matrix, 48)
  for (let i = 0; i < count; i++) {
    v128.store(out, add(add(mul(m0, at(source, 0)), mul(m1, at(source, 4))), mad(m2, at(source, 8), m3)))
    source += VERTEX_BYTES; out += 16
  }
}
