// Short names for the shapes of docs/openapi.yaml; build/api_types.mjs makes @navbat/api from it.
import type { components } from '@navbat/api';

type Schemas = components['schemas'];

export type Branch = Schemas['Branch'];
export type Call = Schemas['Call'];
export type CalledTicket = Schemas['CalledTicket'];
export type Counter = Schemas['Counter'];
export type CounterState = Schemas['CounterState'];
export type BranchEvent = Schemas['Event'];
export type Device = Schemas['Device'];
export type Devices = Schemas['Devices'];
export type Language = Schemas['Language'];
export type NewNotice = Schemas['NewNotice'];
export type Notice = Schemas['Notice'];
export type NoticeKind = Schemas['NoticeKind'];
export type Problem = Schemas['Problem'];
export type Queue = Schemas['Queue'];
export type Range = Schemas['Range'];
export type Service = Schemas['Service'];
export type ServiceQueue = Schemas['ServiceQueue'];
export type Session = Schemas['Session'];
export type Ticket = Schemas['Ticket'];
export type WaitGroup = Schemas['WaitGroup'];
export type WaitRow = Schemas['WaitRow'];
export type WaitTimes = Schemas['WaitTimes'];
export type Why = Schemas['Why'];
