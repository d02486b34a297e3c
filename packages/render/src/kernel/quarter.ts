/** Reading planes at a quarter of the resolution. */
import { mix } from './math'

/** Four pixels within the cell of quarter resolution at q0 (and the row below at q1). */
@inline export function bilinear(q0: usize, q1: usize, fy: v128, first: bool, last: bool): v128 {
  const m = mix(v128.load(q0 - 4), v128.load(q1 - 4), fy) // left, own, right
  const a = first ? v128.shuffle<i32>(m, m, 1, 1, 1, 1) : v128.shuffle<i32>(m, m, 0, 0, 1, 1), b = last ? v128.shuffle<i32>(m, m, 1, 1, 1, 1) : v128.shuffle<i32>(m, m, 1, 1, 2, 2)
  return mix(a, b, f32x4(.625, .875, .125, .375))
}
