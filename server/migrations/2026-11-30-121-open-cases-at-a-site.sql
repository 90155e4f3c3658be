-- A case is opened at a site of the agency, or at none of them; it goes by the template that the site has on that day
-- (R-002, R-010), and stays with both. Cases that were opened before name no site.
alter table cases add column site_id uuid;
alter table cases add constraint cases_site_is_here foreign key (agency_id, site_id) references sites;
