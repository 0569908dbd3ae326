package se.skolkvalitet.stack.outage;

import static se.skolkvalitet.stack.ServiceKind.DIALOGUE;
import static se.skolkvalitet.stack.ServiceKind.FRAMEWORK;
import static se.skolkvalitet.stack.ServiceKind.INDICATOR;
import static se.skolkvalitet.stack.ServiceKind.REGIONAL_OFFICE;

import java.util.List;
import se.skolkvalitet.stack.ServiceKind;

/**
 * A service that follows a topic of another and keeps a copy of what is told there.
 *
 * @param told asks the producer for what the newest event of each aggregate says, as one text each
 * @param kept asks the follower for its copies, as the same texts
 */
record Following(ServiceKind producer, ServiceKind follower, String topic, String told, String kept) {
    static final List<Following> ALL = List.of(
            new Following(
                    FRAMEWORK,
                    INDICATOR,
                    "framework.editions",
                    "select concat_ws('|', number, valid_from, title_en) from edition where state = 'published'",
                    "select concat_ws('|', number, valid_from, document #>> '{title,en}') from edition"),
            new Following(
                    REGIONAL_OFFICE,
                    INDICATOR,
                    "regional.school-units",
                    newest(
                            "regional.school-units",
                            "subject, data ->> 'name', data ->> 'organiser', data #>> '{municipality,code}', data ->> 'status'"),
                    "select concat_ws('|', code, name, organiser, municipality, status) from school_unit"),
            new Following(
                    REGIONAL_OFFICE,
                    INDICATOR,
                    "regional.register",
                    "select concat_ws('|', county ->> 'code', county ->> 'name', county ->> 'wholeOn') from"
                            + " (select data from outbox where topic = 'regional.register' order by seq desc limit 1) as newest,"
                            + " json_array_elements(data -> 'counties') as county",
                    "select concat_ws('|', code, name, whole_on) from county"),
            new Following(
                    REGIONAL_OFFICE,
                    INDICATOR,
                    "regional.organisers",
                    newest(
                            "regional.organisers",
                            "subject, data ->> 'name', data ->> 'kind', data #>> '{municipality,code}', data #>> '{county,code}'"),
                    "select concat_ws('|', org_number, name, kind, municipality, county) from organiser"),
            new Following(
                    REGIONAL_OFFICE,
                    DIALOGUE,
                    "regional.organisers",
                    newest(
                            "regional.organisers",
                            "subject, data ->> 'name', data ->> 'kind', data #>> '{municipality,code}', data ->> 'office', data ->> 'status'"),
                    "select concat_ws('|', org_number, name, kind, municipality, office, status) from organiser"),
            new Following(
                    REGIONAL_OFFICE,
                    DIALOGUE,
                    "regional.offices",
                    newest("regional.offices", "subject, data ->> 'name'"),
                    "select concat_ws('|', code, name) from office"),
            new Following(
                    REGIONAL_OFFICE,
                    DIALOGUE,
                    "regional.advisers",
                    newest("regional.advisers", "subject, data ->> 'agency', data ->> 'office', data ->> 'active'"),
                    "select concat_ws('|', id, agency, office, active::text) from adviser"),
            new Following(
                    INDICATOR,
                    DIALOGUE,
                    "indicator.analyses",
                    newest("indicator.analyses", "subject, data ->> 'release', data ->> 'link'"),
                    "select concat_ws('|', organiser, release, link) from analysis"));

    private static String newest(String topic, String columns) {
        return "select concat_ws('|', %s) from (select distinct on (subject) subject, data from outbox where topic = '%s' order by subject, seq desc) as newest"
                .formatted(columns, topic);
    }
}
