export { compileKernel, kernelUrl } from './kernel.ts';
export { createRenderer, type RenderedFrame, type Renderer, type RendererOptions } from './renderer.ts';
export * from './world.ts';
