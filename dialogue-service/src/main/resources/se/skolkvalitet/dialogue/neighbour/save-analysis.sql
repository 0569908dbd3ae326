insert into analysis (organiser, release, link, school_units, school_forms)
values (:organiser, :release, :link, :units, :forms)
on conflict (organiser) do update set
    release = excluded.release,
    link = excluded.link,
    school_units = excluded.school_units,
    school_forms = excluded.school_forms
