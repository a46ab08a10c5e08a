import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIdentity } from '@lamro/access';
import { clientTypes, endpointsOf } from '@lamro/api';
import { createCasework } from '@lamro/casework';
import { createPool } from '@lamro/database';
import { systemClock } from '@lamro/domain';
import { loadCalendar, loadProfile } from '@lamro/profiles';

/** Writes the operations of the client anew: run it after a change of the API. It connects to nothing. */
const connectionString = 'postgres://127.0.0.1:1/nowhere';
const pool = createPool({ connectionString, applicationName: 'write-client' });
const never = () => Promise.reject(new Error('nothing is called here'));
const endpoints = endpointsOf({
  pool,
  identity: createIdentity({ connectionString, secret: '0'.repeat(32), baseUrl: 'http://127.0.0.1' }),
  casework: createCasework({ pool, profiles: loadProfile, findSecrecyMarks: () => [] }),
  profiles: loadProfile,
  calendar: loadCalendar(),
  clock: systemClock,
  blobStore: { put: never, get: never, has: never },
  baseUrl: 'http://127.0.0.1',
});
const file = join(import.meta.dirname, '../../packages/client/src/operations/operations.ts');
writeFileSync(file, clientTypes(endpoints));
process.stdout.write(`${endpoints.length} operations written\n`);
