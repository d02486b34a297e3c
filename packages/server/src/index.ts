export { type Config, ConfigError, type ConfigFlags, readConfig } from './config.ts';
export { StartError, type StartErrorCode } from './db/start-error.ts';
export { examine, type Finding } from './doctor.ts';
export { type RunningServer, startServer } from './main.ts';
export { VERSION } from './version.ts';
