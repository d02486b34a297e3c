/** Which point lights reach which 16 × 16 tile: spheres against the tile's side planes and its range of depth. */
import { splat, lower, upper } from './math'
import { W, H, Z, MULTI, LIGHTS, TILES, TW } from './target'
import { LIGHT_SHIFT, TILE_SHIFT } from './layout'

/** `view` is the world-to-view matrix; `centreX` and `centreY` the pixel that the view axis goes through. */
export function cullLights(count: i32, view: usize, focal: f32, centreX: f32, centreY: f32): void {
  const shift: usize = MULTI ? 4 : 2, vectors: usize = MULTI ? 16 : 4, tilesHigh = H >> 4
  for (let ty = 0; ty < tilesHigh; ty++) for (let tx = 0; tx < TW; tx++) {
    const tile = TILES + (<usize>(ty * TW + tx) << TILE_SHIFT)
    if (count == 0) { store<u8>(tile, 0); continue }
    let low = splat(1e9), high = splat(0)
    for (let y = ty << 4; y < (ty << 4) + 16; y++) {
      const row = Z + (<usize>(y * W + (tx << 4)) << shift)
      for (let k: usize = 0; k < vectors; k++) { const v = v128.load(row + (k << 4)); low = lower(low, v); high = upper(high, v) }
    }
    const lo = min(min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)), min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)))
    const hi = max(max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)), max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)))
    let n = 0
    if (hi > 0) {
      const far: f32 = lo > 0 ? 1 / lo : 1e9, near: f32 = 1 / hi
      const xl = (<f32>(tx << 4) - centreX) / focal, xr = xl + 16 / focal, yt = (centreY - <f32>(ty << 4)) / focal, yb = yt - 16 / focal
      const sl = Mathf.sqrt(1 + xl * xl), sr = Mathf.sqrt(1 + xr * xr), st = Mathf.sqrt(1 + yt * yt), sb = Mathf.sqrt(1 + yb * yb)
      for (let k = 0; k < count; k++) {
        const l = LIGHTS + (<usize>k << LIGHT_SHIFT), x = load<f32>(l), y = load<f32>(l, 4), z = load<f32>(l, 8), r = load<f32>(l, 28)
        const ex = load<f32>(view) * x + load<f32>(view, 16) * y + load<f32>(view, 32) * z + load<f32>(view, 48)
        const ey = load<f32>(view, 4) * x + load<f32>(view, 20) * y + load<f32>(view, 36) * z + load<f32>(view, 52)
        const ez = -(load<f32>(view, 8) * x + load<f32>(view, 24) * y + load<f32>(view, 40) * z + load<f32>(view, 56))
        if (ez + r < near || ez - r > far) continue
        if (ex - xl * ez < -r * sl || xr * ez - ex < -r * sr || yt * ez - ey < -r * st || ey - yb * ez < -r * sb) continue
        n++
        store<u8>(tile + n, <u8>k)
        if (n == 63) break
      }
    }
    store<u8>(tile, <u8>n)
  }
}
