/** What the passes read of a pixel: the way that its eye looks, and the normal that it keeps in ten bits an axis. */
import { add, sub, mul, mad, splat, at, toFloat } from './math'
import { U } from './target'
import * as L from './layout'

@inline function tenBits(n: v128, shift: i32): v128 { return v128.and(i32x4.shr_u(n, shift), i32x4.splat(1023)) }
/** One axis of normals, −1 … 1; `shift` 0, 10, 20. */
@inline export function component(n: v128, shift: i32): v128 { return mul(sub(toFloat(tenBits(n, shift)), splat(512)), splat(1 / 511.0)) }
/** Lanes in which an axis of two normals differs by more than so many of 511 steps. */
@inline export function isApart(n: v128, other: v128, shift: i32, steps: i32): v128 {
  return i32x4.gt_s(i32x4.abs(i32x4.sub(tenBits(n, shift), tenBits(other, shift))), i32x4.splat(steps))
}
/** One axis of the ray through (x, y), scaled so that depth times it leads to the point; `offset` 0, 4, 8. */
@inline export function ray(x: v128, y: v128, offset: i32): v128 {
  return add(at(U, L.U_RAY + offset), mad(x, at(U, L.U_RAY_X + offset), mul(y, at(U, L.U_RAY_Y + offset))))
}
