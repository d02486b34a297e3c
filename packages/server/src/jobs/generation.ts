import type { Delivery, ErrorDetail, Scenario } from '@openimagine/contract';
import type { EngineRequest, MediaInput } from '@openimagine/engines';
import type { AssetRow, GenerationRow, GenerationState } from '../db/tables.ts';
import { type Delivered, readDelivered } from '../files/commit-delivered.ts';

/** Why a generation failed: a code of `JOB_ERRORS`, or that moderation refused what was made. */
export interface GenerationError {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
}

/** The `error.code` of a generation whose result was refused. */
export const CONTENT_MODERATED = 'content_moderated';

/** What an engine is asked for; kept in the row, so that a later attempt asks for the same. */
export interface StoredRequest extends Omit<EngineRequest, 'inputs'> {
  readonly inputs?: readonly StoredInput[];
  /** Of the whole output, where that is more than `seconds`. */
  readonly totalSeconds?: number;
  /** The generation whose result this one edits, where it was asked for as a remix. */
  readonly remixedFrom?: string;
}

/** An input as it was fetched and measured when the request was accepted. Its file lives until the generation ends. */
export interface StoredInput {
  readonly role: MediaInput['role'];
  /** What the caller called it. */
  readonly field: string;
  readonly atSeconds?: number;
  readonly objectKey: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly meta: NonNullable<MediaInput['meta']>;
}

/** A committed state of a generation, with its assets. Never changed; a later state is another object. */
export interface Generation {
  readonly id: string;
  readonly teamId: string;
  readonly apiKeyId: string;
  readonly kind: 'image' | 'video';
  readonly model: string;
  readonly state: GenerationState;
  /** 0 … 1, as last written; `Generations.progressOf` knows better while it runs here. */
  readonly progress: number;
  readonly request: StoredRequest;
  readonly seed: number;
  /** What was billed; 0 until it is done. */
  readonly billedTicks: number;
  readonly error: GenerationError | undefined;
  /** Which parts of the request `error` is about; empty where it is about none. */
  readonly errorDetails: readonly ErrorDetail[];
  readonly delivery: Delivery;
  /** What became of it, once it is done; empty where nothing was to be done. */
  readonly delivered: readonly Delivered[];
  readonly scenario: Scenario | undefined;
  readonly batchId: string | undefined;
  /** What it was accepted for. */
  readonly priceTicks: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  /** Its team wants to see it no more; what it cost stays on record. */
  readonly isDeleted: boolean;
  /** In the order of their index. */
  readonly assets: readonly Asset[];
  /** Outputs that were made, refused by moderation and billed; ascending. With those of `assets`, each index once. */
  readonly moderatedIndexes: readonly number[];
}

/** A stored output. */
export interface Asset {
  readonly id: string;
  readonly teamId: string;
  readonly generationId: string;
  readonly index: number;
  readonly objectKey: string;
  readonly mime: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number | undefined;
  readonly revisedPrompt: string | undefined;
  readonly expiresAt: Date;
  readonly isDeleted: boolean;
}

export function toGeneration(row: GenerationRow, assets: readonly AssetRow[]): Generation {
  return {
    id: row.id,
    teamId: row.team_id,
    apiKeyId: row.api_key_id,
    kind: row.kind,
    model: row.model,
    state: row.state,
    progress: row.progress,
    request: row.request as StoredRequest,
    seed: Number(row.seed),
    billedTicks: Number(row.billed_ticks ?? 0),
    error: row.error_code === null ? undefined : { code: row.error_code, message: row.error_message ?? '' },
    errorDetails: row.error_details as readonly ErrorDetail[],
    delivery: row.delivery as Delivery,
    delivered: readDelivered(row.delivered),
    scenario: (row.scenario as Scenario | null) ?? undefined,
    batchId: row.batch_id ?? undefined,
    priceTicks: Number(row.price_ticks),
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    isDeleted: row.deleted_at !== null,
    assets: assets.map(toAsset).sort((a, b) => a.index - b.index),
    moderatedIndexes: row.moderated_indexes.toSorted((a, b) => a - b),
  };
}

export function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    teamId: row.team_id,
    generationId: row.generation_id,
    index: row.output_index,
    objectKey: row.object_key,
    mime: row.mime,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    durationSeconds: row.duration_seconds ?? undefined,
    revisedPrompt: row.revised_prompt ?? undefined,
    expiresAt: row.expires_at,
    isDeleted: row.deleted_at !== null,
  };
}

export function hasEnded(state: GenerationState): boolean {
  return state !== 'queued' && state !== 'running' && state !== 'unresolved';
}
