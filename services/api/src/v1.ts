import { Hono } from 'hono';
import { documentRoutes } from './document/routes.ts';
import type { Endpoint } from './endpoint/endpoint.ts';
import { type ApiEnv, mountEndpoints } from './endpoint/mount.ts';
import type { ApiParts } from './endpoint/parts.ts';
import { accountEndpoints } from './routes/accounts/routes.ts';
import { articleEndpoints } from './routes/articles/routes.ts';
import { auditEndpoints } from './routes/audit/routes.ts';
import { briefingEndpoints } from './routes/briefings/routes.ts';
import { caseEndpoints } from './routes/cases/routes.ts';
import { deadlineEndpoints } from './routes/deadlines/routes.ts';
import { deliveryEndpoints } from './routes/deliveries/routes.ts';
import { dossierEndpoints } from './routes/dossiers/routes.ts';
import { eventEndpoints } from './routes/events/routes.ts';
import { exportEndpoints } from './routes/exports/routes.ts';
import { filterEndpoints } from './routes/filters/routes.ts';
import { flagEndpoints } from './routes/flags/routes.ts';
import { intakeEndpoints } from './routes/intake/routes.ts';
import { keyEndpoints } from './routes/keys/routes.ts';
import { noticeEndpoints } from './routes/notices/routes.ts';
import { outletCheckEndpoints } from './routes/outlet-checks/routes.ts';
import { profileEndpoints } from './routes/profiles/routes.ts';
import { recordEndpoints } from './routes/records/routes.ts';
import { releaseEndpoints } from './routes/releases/routes.ts';
import { reportEndpoints } from './routes/reports/routes.ts';
import { responseEndpoints } from './routes/responses/routes.ts';
import { searchEndpoints } from './routes/search/routes.ts';
import { sourceEndpoints } from './routes/sources/routes.ts';
import { spokespersonEndpoints } from './routes/spokespersons/routes.ts';
import { storyEndpoints } from './routes/stories/routes.ts';
import { weightEndpoints } from './routes/weights/routes.ts';

const RESOURCES = [
  sourceEndpoints,
  articleEndpoints,
  searchEndpoints,
  storyEndpoints,
  recordEndpoints,
  flagEndpoints,
  caseEndpoints,
  dossierEndpoints,
  responseEndpoints,
  releaseEndpoints,
  outletCheckEndpoints,
  deadlineEndpoints,
  profileEndpoints,
  noticeEndpoints,
  deliveryEndpoints,
  filterEndpoints,
  briefingEndpoints,
  reportEndpoints,
  accountEndpoints,
  keyEndpoints,
  auditEndpoints,
  exportEndpoints,
  eventEndpoints,
  intakeEndpoints,
  spokespersonEndpoints,
  weightEndpoints,
];

/** Every operation of version 1. */
export function endpointsOf(parts: ApiParts): readonly Endpoint[] {
  return RESOURCES.flatMap((resource) => resource(parts));
}

/**
 * Version 1 of the API as one Hono app, to be mounted at `/api/v1`: the operations, their OpenAPI document and its page.
 *
 * @example app.route('/api/v1', createApi({ pool, identity, casework, profiles, calendar, clock, blobStore, baseUrl }))
 */
export function createApi(parts: ApiParts): Hono<ApiEnv> {
  const endpoints = endpointsOf(parts);
  const app = new Hono<ApiEnv>();
  app.route('/', documentRoutes(endpoints));
  app.route('/', mountEndpoints(parts, endpoints));
  return app;
}
