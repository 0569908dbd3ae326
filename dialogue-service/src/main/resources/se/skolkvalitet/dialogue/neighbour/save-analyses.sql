insert into analysis (organiser, release, link, school_units, school_forms)
select organiser, release, link, "schoolUnits", "schoolForms"
from jsonb_to_recordset(:analyses) as told (
    organiser text, release text, link text, "schoolUnits" int, "schoolForms" text[]
)
on conflict (organiser) do update set
    release = excluded.release,
    link = excluded.link,
    school_units = excluded.school_units,
    school_forms = excluded.school_forms
