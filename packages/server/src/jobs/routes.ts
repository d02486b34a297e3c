import type { Engine } from '@openimagine/engines';

/** Which engine serves a public model, and what the engine calls it. */
export interface Route {
  readonly engine: Engine;
  readonly engineModel: string;
}

export interface RouteOptions {
  /** Without an entry in `models`, the first engine serves every model under its public id. */
  readonly engines: readonly Engine[];
  readonly models?: Readonly<Record<string, { readonly engine: string; readonly model?: string }>> | undefined;
}

export interface Routes {
  readonly engines: readonly Engine[];
  /** @param model A concrete public id. */
  find(model: string): Route;
  /** @returns undefined when the engine of an older generation is not configured any more. */
  engine(name: string): Engine | undefined;
}

/** @throws {RangeError} without an engine, or when a model is mapped to one that is not there. */
export function createRoutes(options: RouteOptions): Routes {
  const { engines, models = {} } = options;
  const first = engines[0];
  if (first === undefined) throw new RangeError('At least one engine is needed');
  const engine = (name: string): Engine | undefined => engines.find((candidate) => candidate.name === name);
  for (const [model, route] of Object.entries(models)) {
    if (engine(route.engine) === undefined) {
      throw new RangeError(
        `${model} is mapped to the engine ${route.engine}; configured are ${engines.map(({ name }) => name).join(', ')}`,
      );
    }
  }
  return {
    engines,
    engine,
    find(model) {
      const route = models[model];
      const found = route === undefined ? undefined : engine(route.engine);
      return { engine: found ?? first, engineModel: route?.model ?? model };
    },
  };
}
