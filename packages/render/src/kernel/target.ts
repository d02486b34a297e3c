/** The buffers that the passes of one view work on. Width and height are multiples of 16. */
import { splat } from './math'

export let W: i32 = 0, H: i32 = 0
/** Planes of the G-buffer: 1/w, normal 10-10-10, colour rgba8, id. With four samples a pixel has 16 bytes, else 4. */
export let Z: usize = 0, N: usize = 0, C: usize = 0, I: usize = 0
export let MULTI: bool = false
/** Sample positions in x and y of the four lanes. */
export let LANE_X: v128 = i32x4(0, 0, 0, 0), LANE_Y: v128 = i32x4(0, 0, 0, 0)
/** Half-resolution depth as 1/w and in metres, and normal. */
export let HALF_Z: usize = 0, HALF_M: usize = 0, HALF_N: usize = 0, HW: i32 = 0, HH: i32 = 0
/** Frame block, tables, a scratch page. */
export let U: usize = 0, MATERIALS: usize = 0, INSTANCES: usize = 0, LIGHTS: usize = 0, TILES: usize = 0, TW: i32 = 0, SCRATCH: usize = 0
/** Colour planes, linear light. */
export let RED: usize = 0, GREEN: usize = 0, BLUE: usize = 0

/** First byte behind the kernels' own data. */
export function heapStart(): usize { return __heap_base }
export function target(w: i32, h: i32, z: usize, n: usize, c: usize, id: usize, multi: bool): void {
  W = w; H = h; Z = z; N = n; C = c; I = id; HW = w >> 1; HH = h >> 1; TW = w >> 4
  sampling(multi)
}
export function sampling(multi: bool): void {
  MULTI = multi
  if (multi) { LANE_X = f32x4(.375, .875, .125, .625); LANE_Y = f32x4(.125, .375, .625, .875) }
  else { LANE_X = f32x4(.5, 1.5, 2.5, 3.5); LANE_Y = f32x4(.5, .5, .5, .5) }
}
export function halves(z: usize, m: usize, n: usize): void { HALF_Z = z; HALF_M = m; HALF_N = n }
export function tables(u: usize, materials: usize, instances: usize, lights: usize, tiles: usize, scratch: usize): void {
  U = u; MATERIALS = materials; INSTANCES = instances; LIGHTS = lights; TILES = tiles; SCRATCH = scratch
}
export function planes(red: usize): void { const n = <usize>(W * H) << 2; RED = red; GREEN = red + n; BLUE = red + n + n }
/** `count` floats, a multiple of 4. */
export function fill(p: usize, count: i32, value: f32): void {
  const v = splat(value)
  for (let i = 0; i < count; i += 4) v128.store(p + (<usize>i << 2), v)
}
/** Keeps only the first sample of each pixel, in place; the target then counts as one with a single sample. */
export function keepFirstSample(p: usize): void {
  const count = W * H
  for (let i = 0; i < count; i += 4) {
    const q = p + (<usize>i << 4)
    let v = v128.load32_zero(q)
    v = v128.load32_lane(q + 16, v, 1); v = v128.load32_lane(q + 32, v, 2); v = v128.load32_lane(q + 48, v, 3)
    v128.store(p + (<usize>i << 2), v)
  }
}
