/**
 * Tables and columns of HSDS 3.0 as its datapackage names them (see `schema/NOTICE.md`). A column is its name, followed
 * by `*` where every row needs it and by its form where it is not plain text.
 */
const SPEC = {
  organization: {
    path: 'organizations.csv',
    columns:
      'id*:uuid name* alternate_name description* email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid',
  },
  program: {
    path: 'programs.csv',
    columns: 'id*:uuid organization_id*:uuid name* alternate_name description*',
  },
  service: {
    path: 'services.csv',
    columns:
      'id*:uuid organization_id*:uuid program_id:uuid name* alternate_name description url:uri email:email status* interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date assurer_email:email licenses alert last_modified',
  },
  attribute: {
    path: 'attributes.csv',
    columns: 'id*:uuid link_id*:uuid taxonomy_term_id*:uuid link_type link_entity* value',
  },
  service_at_location: {
    path: 'service_at_location.csv',
    columns: 'id*:uuid service_id*:uuid location_id*:uuid description',
  },
  location: {
    path: 'locations.csv',
    columns:
      'id*:uuid location_type* url:uri organization_id:uuid name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type',
  },
  phone: {
    path: 'phones.csv',
    columns:
      'id*:uuid location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid service_at_location_id:uuid number* extension:number type description',
  },
  contact: {
    path: 'contacts.csv',
    columns:
      'id*:uuid organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name title department email:email',
  },
  address: {
    path: 'addresses.csv',
    columns:
      'id*:uuid location_id:uuid attention address_1* address_2 city* region state_province* postal_code* country* address_type*',
  },
  schedule: {
    path: 'schedules.csv',
    columns:
      'id*:uuid service_id:uuid location_id:uuid service_at_location_id:uuid valid_from valid_to dtstart timezone:number until count:number wkst freq interval:number byday byweekno bymonthday byyearday description opens_at closes_at schedule_link:uri attending_type notes',
  },
  funding: {
    path: 'funding.csv',
    columns: 'id*:uuid organization_id:uuid service_id:uuid source',
  },
  service_area: {
    path: 'service_areas.csv',
    columns: 'id*:uuid service_id:uuid name description extent extent_type uri',
  },
  required_document: {
    path: 'required_documents.csv',
    columns: 'id*:uuid service_id:uuid document uri:uri',
  },
  language: {
    path: 'languages.csv',
    columns: 'id*:uuid service_id:uuid location_id:uuid phone_id:uuid name code note',
  },
  accessibility: {
    path: 'accessibility.csv',
    columns: 'id*:uuid location_id:uuid description details url:uri',
  },
  taxonomy_term: {
    path: 'taxonomy_terms.csv',
    columns:
      'id*:uuid code name* description* parent_id:uuid taxonomy language taxonomy_id:uuid term_uri:uri',
  },
  metadata: {
    path: 'metadata.csv',
    columns:
      'id*:uuid resource_id*:uuid resource_type* last_action_date* last_action_type* field_name* previous_value* replacement_value* updated_by*',
  },
  cost_option: {
    path: 'cost_options.csv',
    columns: 'id*:uuid service_id*:uuid valid_from valid_to option currency amount:number amount_description',
  },
  organization_identifier: {
    path: 'organization_identifiers.csv',
    columns: 'id*:uuid organization_id*:uuid identifier_scheme identifier_type* identifier*',
  },
  taxonomy: {
    path: 'taxonomies.csv',
    columns: 'id*:uuid name* description* uri:uri version',
  },
} as const;

export type TableName = keyof typeof SPEC;
export type Cell = string | number;
export type Row = Record<string, Cell>;
export type Tables = Record<TableName, Row[]>;

export interface Column {
  name: string;
  required: boolean;
  form: 'text' | 'uuid' | 'uri' | 'email' | 'number';
}
export interface Table {
  path: string;
  columns: readonly Column[];
}

const FORMS: Readonly<Record<string, Column['form']>> = {
  uuid: 'uuid',
  uri: 'uri',
  email: 'email',
  number: 'number',
};

function columnOf(spec: string): Column {
  const [head = '', form = ''] = spec.split(':');
  return { name: head.replace('*', ''), required: head.endsWith('*'), form: FORMS[form] ?? 'text' };
}

export const TABLE_NAMES = Object.keys(SPEC) as readonly TableName[];

/** One value for each table. */
export function perTable<T>(make: (name: TableName) => T): Record<TableName, T> {
  const made: [string, T][] = TABLE_NAMES.map((name) => [name, make(name)]);
  return Object.fromEntries(made) as Record<TableName, T>;
}

export const TABLES: Readonly<Record<TableName, Table>> = perTable((name) => ({
  path: SPEC[name].path,
  columns: SPEC[name].columns.split(' ').map(columnOf),
}));

export const emptyTables = (): Tables => perTable((): Row[] => []);
