// docs/openapi.yaml as something to check real answers against.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';

interface Operation {
  operationId: string;
  'x-roles': string[];
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
}
interface Described {
  paths: Record<string, Record<string, Operation>>;
}
export interface Route {
  id: string;
  method: string;
  path: string;
  roles: string[];
}

const kMethods = ['get', 'post', 'delete'];

export class Description {
  private readonly document: Described;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

  constructor() {
    const text = readFileSync(join(process.env.NAVBAT_SOURCE ?? '.', 'docs/openapi.yaml'), 'utf8');
    this.document = parse(text, { maxAliasCount: -1 }) as Described;
    this.ajv.addSchema(this.document as object, 'api');
  }

  routes(): Route[] {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => kMethods.includes(method))
        .map(([method, operation]) => ({
          id: operation.operationId,
          method: method.toUpperCase(),
          path,
          roles: operation['x-roles'],
        })),
    );
  }

  /** What is wrong with an answer of this operation; empty when it is as described. */
  faults(operation: string, status: number, type: string, body: unknown): string[] {
    const route = this.routes().find(({ id }) => id === operation);
    if (!route) return [`${operation} is not described`];
    const method = route.method.toLowerCase();
    const responses = this.document.paths[route.path]?.[method]?.responses ?? {};
    const key = responses[String(status)] ? String(status) : 'default';
    const response = responses[key];
    if (!response) return [`${operation}: status ${status} is not described`];
    const place = response.$ref ?? `#/paths/${escape(route.path)}/${method}/responses/${key}`;
    if (!response.$ref && !response.content) return body === undefined ? [] : [`${operation}: ${status} has a body`];
    const schema = `api${place}/content/${escape(type)}/schema`;
    let check;
    try {
      check = this.ajv.getSchema(schema) ?? this.ajv.compile({ $ref: schema });
    } catch {
      return [`${operation}: ${status} is not described as ${type}`];
    }
    if (check(body)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${operation}: ${status}: ${instancePath} ${message}`);
  }
}

/** A path as part of a JSON pointer in a URL fragment. */
function escape(part: string): string {
  return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}
