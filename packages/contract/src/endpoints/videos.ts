import { z } from 'zod';
import { OpenAiVideo, OpenAiVideoDeleted } from '../openai-videos.ts';
import { GetVideoQuery, VideoCancelled, VideoCreated, VideoStatus } from '../video-replies.ts';
import { CreateVideoBody, EditVideoBody, ExtendVideoBody } from '../videos.ts';
import { CREATING, type Endpoint, READING_ONE, reply } from './endpoint.ts';

export const videoEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/videos/edits',
    operationId: 'editVideo',
    summary: 'Start the edit of a video by an instruction',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'EditVideo', schema: EditVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
  {
    method: 'post',
    path: '/v1/videos/extensions',
    operationId: 'extendVideo',
    summary: 'Start to make a video longer',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'ExtendVideo', schema: ExtendVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
  {
    method: 'post',
    path: '/v1/videos/generations',
    operationId: 'createVideo',
    summary: 'Start a video from a prompt, a picture, references, or frames',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'CreateVideo', schema: CreateVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
  {
    method: 'get',
    path: '/v1/videos/{request_id}',
    operationId: 'getVideo',
    summary: 'Ask how a video is getting on',
    tag: 'Videos',
    needsKey: true,
    query: GetVideoQuery,
    replies: {
      200: reply(
        'Video',
        z.union([VideoStatus, OpenAiVideo]),
        "Done, failed or expired; of a `video_…` id OpenAI's shape.",
      ),
      202: reply('VideoStatus', VideoStatus, 'Pending, with its progress in percent.'),
    },
    errors: [...READING_ONE, 'invalid-argument', 'unavailable'],
  },
  {
    method: 'delete',
    path: '/v1/videos/{request_id}',
    operationId: 'cancelVideo',
    summary: 'Cancel a video that waits or is being made; nothing is billed for it. By a `video_…` id: delete any',
    tag: 'Videos',
    needsKey: true,
    replies: {
      200: reply(
        'VideoEnded',
        z.union([VideoCancelled, OpenAiVideoDeleted]),
        'It is cancelled, now or before; by a `video_…` id it is deleted.',
      ),
    },
    errors: [...READING_ONE, 'invalid-argument'],
  },
  {
    method: 'get',
    path: '/v1/videos/{request_id}/events',
    operationId: 'watchVideo',
    summary: 'Follow a video as server-sent events: `queued`, `progress`, then `done`, `failed` or `expired`',
    tag: 'Videos',
    needsKey: true,
    replies: {
      200: { description: 'Each event holds the body of a poll.', type: 'text/event-stream' },
      204: { description: 'The last event was seen before: there is nothing more to come.' },
    },
    errors: [...READING_ONE, 'resource-exhausted', 'unavailable'],
  },
];
