/** Cut paper: sheets one behind the other, each with its shadow on what lies behind and a lit edge. */
import { add, sub, mul, div, mad, splat, upper, saturate } from './math'
import { FW, FH, brightness, shares } from './easel'
import { W, H, Z, I } from './target'
import { RED, GREEN, BLUE, fromTable, tileAt, pixelsAt, readPixels } from './paint'

@inline function depthAt(y: i32, x: i32): v128 { return v128.load(Z + (<usize>(min(H - 1, max(0, y)) * W + min(W - 4, max(0, x))) << 2)) }
@inline function idAt(y: i32, x: i32): v128 { return v128.load(I + (<usize>(min(H - 1, max(0, y)) * W + min(W - 4, max(0, x))) << 2)) }
/** 1 where what is at another place lies in front of this. */
@inline function before(z: v128, other: v128, own: v128, id: v128): v128 {
  return v128.and(saturate(mul(sub(other, mul(z, splat(1.035))), div(splat(24), upper(other, splat(1e-5))))), i32x4.ne(own, id))
}
/** @param paints The paper's tone for each brightness. @param reach How far shadows fall, pixels. */
export function paperFrame(paints: usize, fibres: usize, reach: f32, edge: i32, vivid: f32): void {
  const steps = 7
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const p = pixelsAt(y, x), under = readPixels(p), l = brightness(RED, GREEN, BLUE), z = depthAt(y, x), id = idAt(y, x), fibre = tileAt(fibres, y, x)
    const paint = fromTable(paints, l), k = mul(div(add(paint, splat(.02)), add(l, splat(.02))), splat(vivid)), grey = mul(paint, splat(1 - vivid))
    let r = mad(RED, k, grey), g = mad(GREEN, k, grey), b = mad(BLUE, k, grey)
    // Light from the upper left: what lies there, in front, throws its shadow here.
    let shadow = splat(0)
    for (let s = 1; s <= steps; s++) {
      const d = reach * <f32>s / <f32>steps, dx = <i32>(d * .72 + .5), dy = <i32>(d + .5)
      shadow = upper(shadow, mul(before(z, depthAt(y - dy, x - dx), id, idAt(y - dy, x - dx)), splat(1 - <f32>(s - 1) / <f32>steps)))
    }
    const dark = mul(mul(shadow, mad(shadow, splat(.35), splat(.65))), splat(.68))
    const rim = before(depthAt(y - edge, x - edge), z, id, idAt(y - edge, x - edge)), foot = before(depthAt(y + edge, x + edge), z, id, idAt(y + edge, x + edge))
    const lit = add(mad(sub(fibre, splat(.5)), splat(.15), splat(1)), sub(mul(rim, splat(.2)), mul(foot, splat(.12))))
    const white = mul(rim, splat(.1))
    r = mad(mul(mul(r, lit), sub(splat(1), dark)), splat(.97), white); g = mad(mul(mul(g, lit), sub(splat(1), dark)), splat(.965), white); b = mad(mul(mul(b, lit), sub(splat(1), mul(dark, splat(.86)))), splat(.955), white)
    v128.store(p, shares(r, g, b, under))
  }
}
