export * from './fs-store.ts';
export * from './object-store.ts';
