export { Easel, type EaselOperation, type EaselPlane } from './easel.ts';
export { Enlarger } from './enlarger.ts';
export { compileKernel, kernelUrl } from './kernel.ts';
export { createRenderer, type RenderedFrame, type Renderer, type RendererOptions } from './renderer.ts';
export { isPainted } from './style-pass.ts';
export { Warper, type WarperGrid, type WarperPlane, type WarperTarget } from './warper.ts';
export * from './world.ts';
