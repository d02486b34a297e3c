import { expect, test } from 'vitest';
import { stageScene } from '../stage/stage-scene.ts';
import { testScene, testStageOptions } from '../stage/test-stage.ts';
