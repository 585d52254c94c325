-- the decision columns by CASE WHEN, read by DuckDB and Spark alike
WITH tested AS (
    SELECT *,
        person_employment IN ('employee', 'civil_servant') AS unit,
        card_received_on < DATE '{first_in_time}' AS late,
        card_financial IN ('active', 'loss_reported') AS enabled,
        card_social_security = 'inactive' AS inactive
    FROM {table}
), papers AS (
    SELECT *,
        documents_identity_original OR documents_other_valid_certificate AS certificate,
        documents_social_security_card AND documents_representative_identity_original
            AND documents_proof_of_guardianship
            AND (documents_identity_original OR documents_other_valid_certificate) AS for_guardian,
        documents_social_security_card AND documents_representative_identity_original
            AND documents_power_of_attorney AND documents_identity_original AS for_agent
    FROM tested
), opened AS (
    SELECT *,
        inactive AS open_,
        NOT inactive AS closed,
        CASE visit_by WHEN 'holder' THEN documents_social_security_card
                AND documents_identity_original
            WHEN 'guardian' THEN for_guardian WHEN 'agent' THEN for_agent
            ELSE for_guardian AND for_agent END AS brought,
        CASE visit_by WHEN 'holder' THEN documents_social_security_card AND certificate
            WHEN 'guardian' THEN for_guardian WHEN 'agent' THEN for_agent
            ELSE for_guardian AND for_agent END AS brought_financial,
        CASE WHEN unit AND NOT person_unit_requires_self_application THEN 'work_unit'
            WHEN unit AND person_unit_requires_self_application THEN 'bank'
            WHEN person_employment IN ('part_time', 'flexible', 'self_employed')
                OR (NOT unit AND person_residence = 'rural') THEN 'committee'
            WHEN NOT unit AND person_residence <> 'rural' THEN 'bank'
        END AS application_route,
        CASE WHEN person_employment = 'not_working'
                AND (person_age < 16 OR person_age >= 60) THEN 'none'
            WHEN person_employment = 'not_working' AND person_age >= 16 THEN 'voluntary'
            WHEN unit THEN 'mandatory'
            WHEN person_employment IN ('part_time', 'flexible', 'self_employed') THEN 'voluntary'
            WHEN person_employment = 'unemployed_on_benefit'
                AND person_within_a_year_of_retirement THEN 'covered'
            WHEN person_employment = 'unemployed_on_benefit'
                AND NOT person_within_a_year_of_retirement THEN 'local'
            WHEN person_employment = 'retired' AND person_endowment_years_met THEN 'none'
            WHEN person_employment = 'retired' AND NOT person_endowment_years_met THEN 'voluntary'
            WHEN person_employment = 'student' THEN 'none'
        END AS insurance_endowment_participation,
        CASE WHEN person_employment = 'retired' AND person_medical_years_met THEN 'covered'
            WHEN person_employment = 'retired' AND NOT person_medical_years_met THEN 'voluntary'
            WHEN unit THEN 'mandatory'
            WHEN person_employment = 'unemployed_on_benefit' THEN 'covered'
            WHEN person_employment IN
                ('part_time', 'flexible', 'self_employed', 'student', 'not_working')
                THEN 'voluntary'
        END AS insurance_medical_participation,
        CASE WHEN person_employment IN ('employee', 'part_time') THEN 'mandatory'
            WHEN person_employment = 'civil_servant' THEN 'local'
            WHEN NOT unit THEN 'none'
        END AS insurance_work_injury_participation,
        CASE WHEN person_employment = 'employee' THEN 'mandatory'
            WHEN person_employment <> 'employee' THEN 'none'
        END AS insurance_unemployment_participation,
        CASE WHEN unit THEN 'mandatory'
            WHEN person_employment IN ('part_time', 'flexible', 'self_employed') THEN 'local'
            WHEN person_employment = 'unemployed_on_benefit' THEN 'covered'
            WHEN NOT unit THEN 'none'
        END AS insurance_maternity_participation
    FROM papers
)
SELECT {facts}, application_route,
    insurance_endowment_participation, insurance_medical_participation, insurance_work_injury_participation, insurance_unemployment_participation, insurance_maternity_participation,
    CASE WHEN card_social_security = 'loss_reported' THEN 'reported'
        WHEN card_social_security IN ('inactive', 'active') AND (enabled OR NOT late) THEN 'not_due'
        WHEN card_social_security IN ('inactive', 'active') AND NOT enabled AND late THEN 'due'
        ELSE 'undetermined' END AS loss_report_status,
    CASE WHEN institution_kind <> 'bank_outlet' OR card_bank <> institution_bank OR closed THEN 'refused'
            WHEN institution_kind = 'bank_outlet' AND card_bank = institution_bank AND open_ AND brought THEN 'allowed'
            WHEN institution_kind = 'bank_outlet' AND card_bank = institution_bank AND open_ THEN 'incomplete'
            ELSE 'undetermined' END AS activation_social_security_bank_outlet_status,
    CASE WHEN institution_kind <> 'hospital' OR NOT institution_designated OR card_used_at_designated_institution OR visit_registration NOT IN ('outpatient', 'hospitalization') OR closed THEN 'refused'
            WHEN institution_kind = 'hospital' AND institution_designated AND NOT card_used_at_designated_institution AND visit_registration IN ('outpatient', 'hospitalization') AND open_ AND documents_social_security_card THEN 'allowed'
            WHEN institution_kind = 'hospital' AND institution_designated AND NOT card_used_at_designated_institution AND visit_registration IN ('outpatient', 'hospitalization') AND open_ THEN 'incomplete'
            ELSE 'undetermined' END AS activation_social_security_hospital_status,
    CASE WHEN institution_kind <> 'pharmacy' OR NOT institution_designated OR card_used_at_designated_institution OR closed THEN 'refused'
            WHEN institution_kind = 'pharmacy' AND institution_designated AND NOT card_used_at_designated_institution AND open_ AND documents_social_security_card AND documents_medical_insurance_card THEN 'allowed'
            WHEN institution_kind = 'pharmacy' AND institution_designated AND NOT card_used_at_designated_institution AND open_ THEN 'incomplete'
            ELSE 'undetermined' END AS activation_social_security_pharmacy_status,
    CASE WHEN institution_kind <> 'bank_outlet' OR card_bank <> institution_bank OR card_financial <> 'inactive' THEN 'refused'
            WHEN institution_kind = 'bank_outlet' AND card_bank = institution_bank AND card_financial = 'inactive' AND brought_financial THEN 'allowed'
            WHEN institution_kind = 'bank_outlet' AND card_bank = institution_bank AND card_financial = 'inactive' THEN 'incomplete'
            ELSE 'undetermined' END AS activation_financial_bank_outlet_status,
    CASE WHEN application_route IS NULL THEN 'undetermined' ELSE 'determined'
    END AS application_status,
    CASE WHEN insurance_endowment_participation IS NULL THEN 'undetermined'
        ELSE 'determined' END AS insurance_endowment_status,
    CASE WHEN insurance_medical_participation IS NULL THEN 'undetermined'
        ELSE 'determined' END AS insurance_medical_status,
    CASE WHEN insurance_work_injury_participation IS NULL THEN 'undetermined'
        ELSE 'determined' END AS insurance_work_injury_status,
    CASE WHEN insurance_unemployment_participation IS NULL THEN 'undetermined'
        ELSE 'determined' END AS insurance_unemployment_status,
    CASE WHEN insurance_maternity_participation IS NULL THEN 'undetermined'
        ELSE 'determined' END AS insurance_maternity_status,
    CASE WHEN visit_cause = 'none' OR NOT unit THEN 'not_provided'
        WHEN unit AND visit_cause <> 'none' THEN 'provided'
        ELSE 'undetermined' END AS medical_benefit_status,
    CASE WHEN person_employment IS NULL THEN 'undetermined' ELSE 'determined' END AS rights_status
FROM opened
