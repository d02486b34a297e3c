/** The arrows of docs/ARCHITECTURE.md as a check. `scripts/check-imports.ts` fails when no module was seen. */
const MAY_IMPORT = {
  contract: [],
  render: [],
  media: [],
  storage: ['contract'],
  scene: ['render'],
  engines: ['contract', 'scene', 'render', 'media'],
  server: ['contract', 'engines', 'storage', 'media'],
  sdk: ['contract'],
  cli: ['contract', 'sdk', 'server'],
};

const arrows = Object.entries(MAY_IMPORT).map(([name, targets]) => ({
  name: `${name}-points-down`,
  severity: 'error',
  comment: `${name} may import only: ${targets.join(', ') || 'no other package'}`,
  from: { path: `^packages/${name}/` },
  to: {
    path: '^packages/([^/]+)/',
    pathNot: [name, ...targets].map((target) => `^packages/${target}/`),
  },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'only-serve-imports-server',
      severity: 'error',
      from: { path: '^packages/cli/', pathNot: '^packages/cli/src/commands/(serve|doctor)\\.ts$' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'packages-are-entered-by-their-door',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/([^/]+)/src/(?!index\\.ts$)', pathNot: '^packages/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'scene-and-render-are-pure',
      severity: 'error',
      comment: 'no files, no network, no processes: engines/draft loads what they need and hands it over as values',
      from: { path: '^packages/(scene|render)/src/', pathNot: '\\.test\\.ts$|/test-[a-z-]+\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/render/(src/kernel|build)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
