import { CreateImageBody, EditImageBody, ImageResponse } from '../images.ts';
import { CREATING, type Endpoint, reply } from './endpoint.ts';

export const imageEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/images/generations',
    operationId: 'createImage',
    summary: 'Draw pictures from a prompt, and wait for them',
    tag: 'Images',
    needsKey: true,
    body: { name: 'CreateImage', schema: CreateImageBody },
    replies: { 200: reply('ImageResponse', ImageResponse, 'The pictures, in order.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
  {
    method: 'post',
    path: '/v1/images/edits',
    operationId: 'editImage',
    summary: 'Change pictures by an instruction, and wait for them',
    tag: 'Images',
    needsKey: true,
    body: { name: 'EditImage', schema: EditImageBody },
    replies: { 200: reply('ImageResponse', ImageResponse, 'The pictures, in order.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
];
